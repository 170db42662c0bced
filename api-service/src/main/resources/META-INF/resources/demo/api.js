// The public API, as this page uses it. A request that gets no answer is repeated until it gets one; what is sent twice
// counts once, because each order has a key of its own.

/** What the service refused, and why. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The service answered ${status}.`);
    this.status = status;
    this.code = problem.code;
  }
}

const listeners = new Set();

/** Tells `listener` whether the service can be reached, each time that changes. */
export function onConnection(listener) {
  listeners.add(listener);
}

export function noteConnection(reached) {
  listeners.forEach((listener) => listener(reached));
}

/** Waits, but not longer than until the connection is back. */
export function pause(milliseconds) {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end);
  });
}

/** Growing gaps, with chance in them so that not all clients come back at once. */
export function gap(attempt) {
  return Math.min(15_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
}

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const passing = new Set([429, 502, 503, 504]);

async function once(path, options) {
  const response = await fetch(path, { ...options, cache: "no-store", credentials: "omit" });
  noteConnection(true);
  if (response.ok) {
    return response;
  }
  const problem = await response.json().catch(() => ({}));
  throw Object.assign(new Refused(response.status, problem), { after: Number(response.headers.get("Retry-After")) });
}

/** The response, however long it takes; refusals that pass by themselves are waited out. */
async function patiently(path, options) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(path, options);
    } catch (error) {
      if (error instanceof Refused && (!passing.has(error.status) || error.after > 60)) {
        throw error;
      }
      if (!(error instanceof Refused)) {
        noteConnection(false);
      }
      await pause(error.after ? error.after * 1000 : gap(attempt));
    }
  }
}

export async function settings() {
  return (await patiently("/demo/settings.json", {})).json();
}

/** Starts a session as a guest; with the same key it is the same session, and another token for it. */
export async function startGuestSession(publishableKey, key, order) {
  const response = await patiently("/v1/guest-sessions", {
    method: "POST",
    headers: headers(publishableKey, { "Content-Type": "application/json", "Idempotency-Key": key }),
    body: JSON.stringify(order),
  });
  return response.json();
}

function headers(credential, others = {}) {
  return { Authorization: `Bearer ${credential}`, ...others };
}

/** One session with the token that opens it; `renew` fetches another one when that has run out. */
export class SessionApi {
  constructor(id, token, renew) {
    this.id = id;
    this.token = token;
    this.renew = renew;
    this.path = `/v1/sessions/${id}`;
  }

  async request(path, options = {}) {
    const send = () => patiently(path, { ...options, headers: headers(this.token, options.headers) });
    try {
      return await send();
    } catch (error) {
      if (error.status !== 401) {
        throw error;
      }
      this.token = await this.renew();
      return send();
    }
  }

  async read(path, accept = "application/json") {
    const response = await this.request(path, { headers: { Accept: accept } });
    return accept === "application/json" ? response.json() : response.blob();
  }

  session() {
    return this.read(this.path);
  }

  answer(id) {
    return this.read(`/v1/answers/${id}`);
  }

  report(accept) {
    return this.read(`${this.path}/report`, accept);
  }

  /** Tries once to keep a draft; gives the tag with which the next one goes on from it. */
  async saveDraft(turnId, text, tag) {
    const response = await once(this.draftPath(turnId), {
      method: "PUT",
      headers: headers(this.token, { "Content-Type": "application/json", ...(tag ? { "If-Match": tag } : {}) }),
      body: JSON.stringify({ text }),
    });
    return response.headers.get("ETag");
  }

  async draft(turnId) {
    const response = await this.request(this.draftPath(turnId));
    return { tag: response.headers.get("ETag"), text: (await response.json()).text };
  }

  draftPath(turnId) {
    return `${this.path}/turns/${turnId}/draft`;
  }

  async order(path, key, body) {
    const response = await this.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.json();
  }

  submit(key, answer) {
    return this.order(`${this.path}/answers`, key, answer);
  }

  complete(key) {
    return this.order(`${this.path}/complete`, key);
  }
}
