import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';

/**
 * The edge of the portal: what is settled about a request before Next sees it, and what stands on every answer,
 * whoever gives it. Runs as it is under Node, outside the bundle: types that can be erased, no imports but Node's.
 */
export type Edge = {
  /** Where people reach the portal. */
  readonly origin: URL;
  /** Where it listens: on the machine itself it also answers to loopback names. */
  readonly port: number;
  /** How many proxies in front are believed in what they say of the client. */
  readonly proxies: number;
};

type Refusal = { readonly status: number; readonly message: string; readonly headers?: Record<string, string> };

const megabyte = 1024 * 1024;

/** How long a client may take to say what it wants, and how much of it there may be: a slow one holds a connection. */
const bounds = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  // Longer than proxies commonly keep theirs, or they would send a request into a closing connection.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions;

/** An HTTP server that answers at the edge what need go no further, and hands the rest on. */
export function createPortalServer(edge: Edge, handle: RequestListener, options: ServerOptions = bounds): Server {
  const admit: RequestListener = (request, response) => {
    settleHeaders(request, edge);
    dress(request, response, edge);
    const refusal = refusalOf(request, edge);
    if (refusal) return refuse(request, response, refusal);
    // Whoever asks before sending a body may send it now.
    if (request.headers.expect) response.writeContinue();
    handle(request, response);
  };
  return createServer(options, admit).on('checkContinue', admit);
}

/** Bytes of a body, by where it goes: a file, what a script says, a form. Next bounds server actions once more. */
function bodyLimit(path: string): number {
  if (/^\/api\/files(\/|$)/.test(path)) return 21 * megabyte;
  // Signed in, one may drop a model file on a form. Before that there is little to say.
  if (path.startsWith('/api/')) return 64 * 1024;
  return /^\/(engagements|requests)(\/|$)/.test(path) ? 10 * megabyte : megabyte;
}

/** Who is asking and for which host, as headers that the rest of the portal may believe. */
function settleHeaders(request: IncomingMessage, { origin, proxies }: Edge): void {
  const { headers } = request;
  const address = clientAddress(headers, request.socket.remoteAddress ?? 'unknown', proxies);
  const host = (proxies > 0 && last(headers['x-forwarded-host'])) || headers.host;
  for (const name of Object.keys(headers)) {
    // Ours alone to set, or spoken to proxies that are not there.
    if (/^(forwarded$|x-forwarded-|x-real-ip$|x-walk-|x-middleware-)/.test(name)) {
      delete headers[name];
    }
  }
  headers['x-walk-client'] = address;
  headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  if (host) headers.host = host.toLowerCase();
}

/** What the last believed proxy saw: each adds, at the end, the address it was called from. */
function clientAddress(headers: IncomingHttpHeaders, connection: string, proxies: number): string {
  if (proxies === 0) return connection;
  const seen = list(headers['x-forwarded-for']);
  return seen.at(-Math.min(proxies, seen.length)) ?? connection;
}

function list(header: string | string[] | undefined): string[] {
  return [header ?? []].flat().flatMap((line) =>
    line
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
}

const last = (header: string | string[] | undefined) => list(header).at(-1);

/** Why a request goes no further; null where it does. The headers are settled. */
function refusalOf(request: IncomingMessage, edge: Edge): Refusal | null {
  const { headers, method = '', url = '' } = request;
  const path = url.split('?', 1)[0] ?? '';
  const methods = ['GET', 'HEAD', 'POST', ...(path.startsWith('/api/') ? ['PUT', 'PATCH', 'DELETE'] : [])];
  if (!methods.includes(method)) {
    return { status: 405, message: 'This cannot be asked for here.', headers: { allow: methods.join(', ') } };
  }
  if (!path.startsWith('/') || /^\/[/\\]|%00|\\/.test(path))
    return { status: 400, message: 'This address is malformed.' };
  if (url.length > 4096) return { status: 414, message: 'This address is too long.' };
  // A load balancer asks by number.
  if (path !== '/api/health' && !hostsOf(edge).has(headers.host ?? '')) {
    return { status: 421, message: 'There is no such site here.' };
  }
  const reads = method === 'GET' || method === 'HEAD';
  if (!(reads ? mayLoad(headers) : comesFromHere(headers))) {
    return { status: 403, message: 'This must come from a page of the portal itself.' };
  }
  // Next hands an action on to itself like that, and counts.
  const handedOn = 'x-action-forwarded' in headers && 'next-action' in headers && !path.startsWith('/api/');
  if (headers['transfer-encoding'] !== undefined && !handedOn) {
    return { status: 411, message: 'Please say how long this is (Content-Length).' };
  }
  const limit = bodyLimit(path);
  if (Number(headers['content-length'] ?? 0) > limit) {
    const most = limit < megabyte ? `${limit / 1024} KB` : `${Math.floor(limit / megabyte)} MB`;
    return { status: 413, message: `This is more than the portal takes at once, which is ${most}.` };
  }
  return null;
}

/** The portal's own names, and the machine's for itself. Any other has been pointed here by somebody else. */
function hostsOf({ origin, port }: Edge): Set<string> {
  return new Set([origin.host, ...['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`)]);
}

/** Another site may lead somebody here by a link. It may load nothing of ours into a page of its own. */
function mayLoad(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' || headers['sec-fetch-mode'] === 'navigate';
}

/**
 * Whether a change comes from a page of this site. A browser's own word on where a request was made counts first:
 * under our referrer policy it names no origin with a form, and then the origin is put in, as Next asks for it.
 */
function comesFromHere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  const own = `${headers['x-forwarded-proto']}://${headers.host}`;
  const here = site === undefined ? headers.origin === own : site === 'same-origin';
  if (here) headers.origin = own;
  return here;
}

/**
 * The headers of every answer, for those that say nothing else: pages bring a content policy of their own, with a
 * nonce (proxy.ts). Put in at the last moment, because Next leaves alone whatever it finds.
 */
function dress(request: IncomingMessage, response: ServerResponse, { origin }: Edge): void {
  const path = request.url?.split('?', 1)[0] ?? '';
  const headers: Record<string, string> = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  // Browsers ask for a year's promise before they call it one.
  if (origin.protocol === 'https:') headers['strict-transport-security'] = 'max-age=63072000';
  if (!isPublic(path)) headers['x-robots-tag'] = 'noindex, nofollow';
  // What is built once and named by its content may be kept; nothing else may.
  if (!path.startsWith('/_next/static/') && path !== '/icon.svg') headers['cache-control'] = 'no-store';
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  const dressed = (...head: unknown[]) => {
    for (const [name, value] of Object.entries(headers)) if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead(...head);
  };
  response.writeHead = dressed as ServerResponse['writeHead'];
}

/** What may be found by a search: everything else says that it is not to be. */
const isPublic = (path: string) => /^\/((worksheet|privacy)?|opengraph-image[^/]*)$/.test(path);

/** Answers a refusal at once; then reads what is still coming, within reason: a reset would lose the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, { status, message, headers }: Refusal): void {
  const body = Buffer.from(`${message}\n`);
  const type = { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length, connection: 'close' };
  response.writeHead(status, { ...headers, ...type });
  response.write(body);
  let unread = 0;
  request.on('data', (chunk: Buffer) => {
    unread += chunk.length;
    if (unread > 64 * megabyte) request.destroy();
  });
  request.on('end', () => response.end());
}
