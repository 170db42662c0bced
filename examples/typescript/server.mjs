/**
 * Serves the page, and passes what it asks of the API on with the API key, which no browser should ever see.
 *
 *     GREENROOM_API_KEY=gr_test_… [GREENROOM_URL=http://localhost:8080] [PORT=3000] node server.mjs
 */
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';

const api = new URL(process.env.GREENROOM_URL ?? 'http://localhost:8080');
const key = process.env.GREENROOM_API_KEY;
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript' };
const SHOWN = /^\/(index\.html|dist\/[a-z]+\.js|node_modules\/openapi-fetch\/dist\/index\.mjs)$/;

if (!key) {
  console.error('Set GREENROOM_API_KEY to a key with the scopes sessions:read and sessions:write.');
  process.exit(2);
}

const server = createServer(async (incoming, outgoing) => {
  const { pathname } = new URL(incoming.url, 'http://page');
  const file = pathname === '/' ? '/index.html' : pathname;
  if (pathname.startsWith('/v1/')) {
    pass(incoming, outgoing);
  } else if (SHOWN.test(file)) {
    outgoing.setHeader('Content-Type', TYPES[file.split('.').at(-1)]);
    outgoing.end(await readFile(new URL(`.${file}`, import.meta.url)));
  } else {
    outgoing.writeHead(404).end();
  }
});

/** What matters between page and API; the rest is between neighbours (RFC 9110, section 7.6.1) or nobody's business. */
const PASSED = ['accept', 'content-length', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'prefer'];

function pass(incoming, outgoing) {
  const asked = PASSED.filter((name) => name in incoming.headers).map((name) => [name, incoming.headers[name]]);
  const headers = { ...Object.fromEntries(asked), authorization: `Bearer ${key}` };
  const onward = request(new URL(incoming.url, api), { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(onward);
}

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () =>
  console.log(`The page is on http://localhost:${server.address().port}`),
);
