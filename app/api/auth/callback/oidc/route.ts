import { type NextRequest, NextResponse } from 'next/server';
import { environment } from '@/lib/server/environment';
import { finishWithIssuer } from '@/lib/sign-in/oidc';

/** Where the issuer sends people back to. Not there where no issuer is set. */
export async function GET(request: NextRequest): Promise<Response> {
  return environment().oidc ? finishWithIssuer(request) : new NextResponse(null, { status: 404 });
}
