// An endpoint as somebody would write it: it verifies by the library of Standard Webhooks, fails three times out of ten, and
// counts. Told its secrets by PUT /secrets/NAME, it takes deliveries at /hooks/NAME and says at /counts how it went.
import {createServer} from 'node:http';
import {Webhook} from 'standardwebhooks';

const FAILS = 0.3;
// Ten attempts in a row would fail once in 170,000 deliveries, and be right to be given up.
const FAILS_IN_A_ROW = 8;
const secrets = new Map();
const failures = new Map();
const taken = new Map();
const counts = {requests: 0, failed: 0, taken: 0, again: 0, invalid: 0, unsafe: 0, redirected: 0};

function verify(name, headers, body) {
  const webhook = new Webhook(secrets.get(name));
  webhook.verify(body, headers);
  for (const [otherHeaders, otherBody] of [[headers, `${body} `], [{...headers, 'webhook-id': 'dlv_other'}, body],
    [{...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1)}, body]]) {
    let refused = false;
    try {
      webhook.verify(otherBody, otherHeaders);
    } catch {
      refused = true;
    }
    if (!refused) counts.unsafe += 1;
  }
}

function fail(id, response) {
  failures.set(id, (failures.get(id) ?? 0) + 1);
  counts.failed += 1;
  const way = Math.random();
  if (way < 0.1) response.destroy();
  else if (way < 0.2) response.writeHead(302, {location: '/elsewhere'}).end();
  else if (way < 0.3) response.writeHead(429, {'retry-after': '1'}).end();
  else if (way < 0.31) setTimeout(() => response.writeHead(200).end('too late'), 10_000);
  else response.writeHead(way < 0.6 ? 503 : 500).end('not now');
}

function take(id, name, headers, body, response) {
  try {
    verify(name, headers, body);
  } catch (e) {
    counts.invalid += 1;
    console.error(`invalid: ${e.message} ${JSON.stringify(headers)} ${body}`);
    response.writeHead(400).end('invalid');
    return;
  }
  if (taken.has(id)) counts.again += 1;
  else {
    taken.set(id, JSON.parse(body).type);
    counts.taken += 1;
  }
  response.writeHead(204).end();
}

async function handle(request, response) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const [, kind, name] = request.url.split('/');
  if (kind === 'secrets') {
    secrets.set(name, body);
    response.writeHead(204).end();
  } else if (kind === 'counts') {
    response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(counts));
  } else if (kind === 'elsewhere') {
    counts.redirected += 1;
    response.writeHead(200).end();
  } else {
    counts.requests += 1;
    const id = request.headers['webhook-id'];
    if (Math.random() < FAILS && (failures.get(id) ?? 0) < FAILS_IN_A_ROW) fail(id, response);
    else take(id, name, request.headers, body, response);
  }
}

const server = createServer({keepAliveTimeout: 60_000}, (request, response) => {
  handle(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
