import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request, type Server, type ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createPortalServer } from './edge';

let server: Server | undefined;
let port = 0;
/** The headers that the portal behind the edge was given with the last request; null where it was given none. */
let passedOn: IncomingHttpHeaders | null;
/** The headers that it answers with. */
let own: Record<string, string>;

async function open(origin: string, { proxies = 0, options }: { proxies?: number; options?: ServerOptions } = {}) {
  passedOn = null;
  own = {};
  const edge = { origin: new URL(origin), port: 80, proxies };
  server = createPortalServer(
    edge,
    async (received, response) => {
      passedOn = received.headers;
      for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
      const body = await text(received).catch(() => '');
      response.end(`took ${body.length}`);
    },
    options,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done));
});

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

async function ask({ method = 'GET', path = '/', headers = {}, body }: Asked) {
  const sent = request({ port, host: '127.0.0.1', method, path, headers: { host: 'portal.example', ...headers } });
  if (body === undefined) sent.end();
  else sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  // What is still being sent when the answer has been read does not matter any more.
  sent.on('error', () => {});
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const status = async (asked: Asked) => (await ask(asked)).status;
const https = 'https://portal.example';

describe('every answer', () => {
  const expected = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'strict-transport-security': 'max-age=63072000',
  };

  it('carries the edge’s headers, granted or refused', async () => {
    await open(https);
    for (const asked of [{ path: '/page' }, { path: '/page', method: 'POST' }, { path: '/\\', method: 'TRACE' }]) {
      expect((await ask(asked)).headers).toMatchObject(expected);
    }
  });

  it('carries what the portal itself says in their place', async () => {
    await open(https);
    own = { 'content-security-policy': "script-src 'nonce-a'", 'cache-control': 'no-store, no-transform' };
    expect((await ask({ path: '/page' })).headers).toMatchObject({ ...expected, ...own });
  });

  it('promises TLS only where there is some', async () => {
    await open('http://portal.example');
    expect((await ask({})).headers).not.toHaveProperty('strict-transport-security');
  });

  it('lets the front page be found, and what is built be kept', async () => {
    await open(https);
    expect((await ask({ path: '/?from=somewhere' })).headers).not.toHaveProperty('x-robots-tag');
    expect((await ask({ path: '/_next/static/a.js' })).headers).not.toHaveProperty('cache-control');
  });
});

describe('who is asking', () => {
  const claims = {
    'x-walk-client': '198.51.100.66',
    'x-real-ip': '198.51.100.66',
    forwarded: 'for=198.51.100.66',
    'x-forwarded-proto': 'ftp',
    'x-walk-path': '/elsewhere',
    'x-middleware-subrequest': 'proxy',
    'x-forwarded-for': '198.51.100.66, 203.0.113.5, 203.0.113.9',
  };

  it.each([
    [0, '127.0.0.1'],
    [1, '203.0.113.9'],
    [2, '203.0.113.5'],
    [9, '198.51.100.66'],
  ])('with %i proxies in front is %s, and the client’s own word counts for nothing', async (proxies, address) => {
    await open(https, { proxies });
    await ask({ headers: claims });
    expect(passedOn).toMatchObject({ 'x-walk-client': address, 'x-forwarded-proto': 'https' });
    const left = Object.keys(passedOn ?? {}).filter((name) =>
      /^(x-real|forwarded|x-middleware|x-walk-path)/.test(name),
    );
    expect(left).toEqual([]);
    expect(passedOn).not.toHaveProperty('x-forwarded-for');
  });

  it('is the proxy itself where it says nothing', async () => {
    await open(https, { proxies: 1 });
    await ask({});
    expect(passedOn?.['x-walk-client']).toBe('127.0.0.1');
  });
});

describe('for which host', () => {
  it.each([
    ['portal.example', 200],
    ['PORTAL.example', 200],
    ['localhost:80', 200],
    ['127.0.0.1:80', 200],
    ['evil.example', 421],
    ['portal.example.evil.example', 421],
    ['portal.example:8443', 421],
    ['169.254.169.254', 421],
    ['', 421],
  ])('%j: %i', async (host, expected) => {
    await open(https);
    expect(await status({ headers: { host } })).toBe(expected);
  });

  it('a load balancer may ask by number whether the portal is up', async () => {
    await open(https);
    expect(await status({ path: '/api/health', headers: { host: '10.0.0.7:3000' } })).toBe(200);
  });

  it('a proxy says which host it was asked for, and nobody else does', async () => {
    const headers = { host: '127.0.0.1:1234', 'x-forwarded-host': 'portal.example' };
    await open(https);
    expect(await status({ headers })).toBe(421);
    server?.close();
    await open(https, { proxies: 1 });
    expect(await status({ headers })).toBe(200);
    expect(passedOn?.host).toBe('portal.example');
  });
});

describe('from where', () => {
  it.each<[string, Record<string, string>, number]>([
    ['its own page, as the browser says', { 'sec-fetch-site': 'same-origin' }, 200],
    ['its own page, without an origin under no-referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['its own page, in an older browser', { origin: https }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site that pretends', { 'sec-fetch-site': 'cross-site', origin: https }, 403],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://x.portal.example' }, 403],
    ['no page', { 'sec-fetch-site': 'none' }, 403],
    ['another site, in an older browser', { origin: 'https://evil.example' }, 403],
    ['its own name without TLS', { origin: 'http://portal.example' }, 403],
    ['a frame in a sandbox', { origin: 'null' }, 403],
    ['nowhere', {}, 403],
  ])('a change from %s', async (_, headers, expected) => {
    await open(https);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await status({ method, headers, path: '/api/page' }), method).toBe(expected);
    }
    // Next compares them once more.
    if (expected === 200) expect(passedOn?.origin).toBe(https);
    else expect(passedOn).toBeNull();
  });

  it.each<[string, Record<string, string>, number]>([
    ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
    ['a link on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['its own page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200],
    ['a program', {}, 200],
    ['a picture on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a script on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 403],
    ['a neighbour’s stream', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
  ])('a reading by %s', async (_, headers, expected) => {
    await open(https);
    expect(await status({ headers })).toBe(expected);
  });
});

describe('how much', () => {
  const post = (path: string, bytes: number, headers: Record<string, string> = {}) =>
    ask({
      method: 'POST',
      path,
      body: Buffer.alloc(bytes),
      headers: { origin: https, 'content-length': String(bytes), ...headers },
    });
  const megabyte = 1024 * 1024;

  it.each([
    ['/engagements/new', 10 * megabyte, '10 MB'],
    ['/api/presence', 64 * 1024, '64 KB'],
    ['/api/files', 21 * megabyte, '21 MB'],
    ['/api/files/8', 21 * megabyte, '21 MB'],
    ['/api/filesystem', 64 * 1024, '64 KB'],
  ])('%s takes %i bytes and not one more', async (path, most, words) => {
    await open(https);
    expect(await post(path, most)).toMatchObject({ status: 200, body: `took ${most}` });
    passedOn = null;
    const refused = await post(path, most + 1);
    expect(refused.status).toBe(413);
    expect(refused.body).toBe(`This is more than the portal takes at once, which is ${words}.\n`);
    expect(passedOn).toBeNull();
  });

  it('asks for the length of what does not say it', async () => {
    await open(https);
    const headers = { origin: https, 'transfer-encoding': 'chunked' };
    expect(await status({ method: 'POST', headers, body: 'some' })).toBe(411);
    // Next hands an action on to itself in pieces, and bounds it.
    const handedOn = { ...headers, 'next-action': 'a', 'x-action-forwarded': '1' };
    expect(await status({ method: 'POST', headers: handedOn, body: 'some', path: '/page' })).toBe(200);
    expect(await status({ method: 'POST', headers: handedOn, body: 'some', path: '/api/files' })).toBe(411);
  });

  it('answers before the body is sent, where the client waits to be asked for it', async () => {
    await open(https);
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { host: 'portal.example', origin: https, expect: '100-continue', 'content-length': String(1e9) },
    });
    sent.on('continue', () => sent.destroy(new Error('was asked to go on')));
    sent.flushHeaders();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    sent.destroy();
  });

  it('lets a client that waits go on where all is well', async () => {
    await open(https);
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { host: 'portal.example', origin: https, expect: '100-continue', 'content-length': '4' },
    });
    sent.on('continue', () => sent.end('some'));
    sent.flushHeaders();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(await text(answer)).toBe('took 4');
  });
});

describe('what is malformed', () => {
  it.each<[string, Asked, number]>([
    ['two slashes, which browsers read as another host', { path: '//evil.example/' }, 400],
    ['a slash and a backslash, likewise', { path: '/\\evil.example/' }, 400],
    ['a null byte', { path: '/a%00b' }, 400],
    ['an absolute address', { path: 'http://evil.example/' }, 400],
    ['an address of 5,000 characters', { path: `/${'a'.repeat(5000)}` }, 414],
    ['a method nobody asked for', { method: 'TRACE' }, 405],
    ['a method of WebDAV', { method: 'PROPFIND' }, 405],
    ['a page that is put', { method: 'PUT', path: '/page' }, 405],
    ['headers of 20 KB', { headers: { cookie: 'a'.repeat(20_000) } }, 431],
  ])('%s', async (_, asked, expected) => {
    await open(https);
    expect(await status(asked)).toBe(expected);
    expect(passedOn).toBeNull();
  });
});

describe('a client that dawdles', () => {
  const impatient = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 10 };
  const slowly = async (words: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(words);
    return text(socket);
  };

  it('over its headers is sent away', async () => {
    await open(https, { options: impatient });
    expect(await slowly('GET / HTTP/1.1\r\nHost: portal.example\r\n')).toMatch(/^HTTP\/1\.1 408 /);
    expect(passedOn).toBeNull();
  });

  it('over its body is sent away', async () => {
    await open(https, { options: impatient });
    const head = `POST / HTTP/1.1\r\nHost: portal.example\r\nOrigin: ${https}\r\nContent-Length: 100\r\n\r\n`;
    expect(await slowly(`${head}half`)).toMatch(/^HTTP\/1\.1 408 /);
  });
});
