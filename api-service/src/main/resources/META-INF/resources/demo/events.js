// Follows a session's events. The browser's EventSource can't send a token in a header, so the stream is read by fetch.
import { gap, noteConnection, pause } from "./api.js";

/** Splits a stream of text into events; what is not whole yet waits for the next piece. */
export class EventReader {
  constructor() {
    this.rest = "";
  }

  /** The events that end in this piece. */
  take(piece) {
    const blocks = (this.rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    this.rest = blocks.pop();
    return blocks.map(parse).filter((event) => event.data);
  }
}

function parse(block) {
  const event = { type: "message", id: "", data: "" };
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") event.type = value;
    if (name === "id") event.id = value;
    if (name === "data") event.data += (event.data ? "\n" : "") + value;
  }
  return event;
}

const LOOK = 3_000;
const SILENCE = 40_000; // the service says something every 15 s

/**
 * Calls `onEvent` for each event, in order, each once, until the service says that there are no more or `signal` ends it.
 * Begins after the event `cursor`, and again after the last one seen whenever the connection is lost.
 */
export async function follow(api, cursor, onEvent, signal) {
  let last = cursor;
  for (let attempt = 0; !signal.aborted; attempt++) {
    const watch = new AbortController();
    const stop = () => watch.abort();
    signal.addEventListener("abort", stop);
    addEventListener("offline", stop);
    let opened = false;
    let timer = setTimeout(stop, SILENCE);
    try {
      const response = await fetch(`${api.path}/events`, {
        headers: { Authorization: `Bearer ${api.token}`, Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) },
        cache: "no-store",
        credentials: "omit",
        signal: watch.signal,
      });
      if (response.status === 204) {
        return;
      }
      if (response.status === 401) {
        api.token = await api.renew();
      } else if (response.status === 409) {
        last = ""; // the history no longer reaches back so far: from its beginning
      } else if (response.ok) {
        opened = true;
        noteConnection(true);
        const reader = new EventReader();
        const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await text.read(); !part.done; part = await text.read()) {
          clearTimeout(timer);
          timer = setTimeout(stop, SILENCE);
          for (const event of reader.take(part.value)) {
            attempt = 0;
            last = event.id || last;
            await onEvent(event.type, last);
          }
        }
      }
    } catch {
      if (!signal.aborted) {
        noteConnection(false);
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      removeEventListener("offline", stop);
    }
    if (!signal.aborted) {
      await pause(opened ? gap(attempt) : Math.min(gap(attempt), LOOK));
    }
    // While no stream can be had, as behind a proxy that keeps it back, looking now and then has to do.
    if (!opened && !signal.aborted) {
      await onEvent("", last);
    }
  }
}
