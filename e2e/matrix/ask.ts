import { inject } from 'vitest';
import type { ActionResult } from '@/lib/server/errors';
import { type ActionEndpoint, pathOf } from './discover';
import type { Caller } from './people';

export type Answer = {
  readonly status: number;
  /** Where it leads instead, as a path. */
  readonly leadsTo: string | null;
  readonly contentType: string;
  readonly body: string;
};

/** Follows a session's renewal, as the browser does, and comes back with its new cookie. */
export async function renew(next: string, caller: Caller): Promise<Caller> {
  const { origin } = inject('portal');
  const response = await fetch(new URL(`/sign-in/renew?next=${encodeURIComponent(next)}`, origin), {
    redirect: 'manual',
    headers: { cookie: caller.cookie },
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return cookie ? { ...caller, cookie } : caller;
}

type Request = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** One request to the portal, as a browser that holds this session would make it. */
export async function ask(path: string, { cookie }: Caller, { headers, ...rest }: Request = {}): Promise<Answer> {
  const { origin } = inject('portal');
  const response = await fetch(new URL(path, origin), {
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }), ...headers },
    ...rest,
  });
  const location = response.headers.get('location') ?? response.headers.get('x-action-redirect')?.split(';')[0];
  return {
    status: response.status,
    leadsTo: location ? new URL(location, origin).href.replace(origin, '') : null,
    contentType: response.headers.get('content-type') ?? '',
    body: await (isStream(response) ? firstOf(response) : response.text()),
  };
}

const isStream = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/event-stream') ?? false;

/** What a stream says at once: it goes on for as long as somebody listens. */
async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** A page as the browser's router fetches it: what the components are sent, without the HTML around it. */
export const askForComponents = (path: string, caller: Caller) =>
  ask(`${path}${path.includes('?') ? '&' : '?'}_rsc`, caller, { headers: { rsc: '1' } });

export type ActionAnswer = Answer & { readonly result: ActionResult<unknown> | null };

/** Actions that a form carries itself: what they answered last comes before what is sent. */
const forms = new Set(['lib/requests/actions.ts#askForWorksheet', 'lib/requests/actions.ts#eraseRequest']);

/** Calls a server action the way the browser does: by the id it has in the build, from a page that offers it. */
export async function call(
  action: ActionEndpoint,
  input: unknown,
  caller: Caller,
  { engagementId, headers = {} }: { engagementId: string; headers?: Record<string, string> },
) {
  const answer = await ask(pathOf(action.page, engagementId), caller, {
    method: 'POST',
    headers: {
      ...headers,
      'next-action': action.id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
    },
    body: JSON.stringify(forms.has(action.key) ? [null, input] : [input]),
  });
  return { ...answer, result: resultIn(answer.body) } satisfies ActionAnswer;
}

/** The first row of an action's answer names the row that holds its result. */
function resultIn(body: string): ActionResult<unknown> | null {
  const row = /"a":"\$@(\w+)"/.exec(body)?.[1];
  const found = row && new RegExp(`(?:^|\\n)${row}:(\\{.*\\})`).exec(body)?.[1];
  return found ? JSON.parse(found) : null;
}

/** The code with which an action answered: "ok", "redirect", or its first error's. */
export function codeOf({ result, leadsTo }: ActionAnswer): string {
  if (leadsTo) return 'redirect';
  if (!result) return 'no answer';
  return result.ok ? 'ok' : (result.errors[0]?.code ?? 'no error');
}
