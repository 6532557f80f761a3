import { z } from 'zod';
import { emailSchema } from '@/lib/people/schema';
import { localPath } from '@/lib/sign-in/local-path';

/** Where to go afterwards: whatever is asked, a path of this site. */
export const nextPath = z.unknown().optional().transform(localPath);

export const signInRequest = z.object({ email: emailSchema, next: nextPath });

/** The token a link or a cookie carries. */
export const tokenSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const linkToRedeem = z.object({ token: tokenSchema });
