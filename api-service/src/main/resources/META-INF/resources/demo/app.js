// A whole interview over the public API, from the choice of a topic to the report.
import { Refused, SessionApi, newKey, onConnection, settings, startGuestSession } from "./api.js";
import { follow } from "./events.js";
import { forget, recall, remember } from "./memory.js";
import { beQuiet, canListen, canSpeak, listen, readAloud } from "./speech.js";
import { byId, closedTurn, el, showReport, why } from "./view.js";

let publishableKey;
let interview; // what memory.js keeps
let api;
let following; // ends the stream of events
let session; // as the service last told it
let ears;
let spoken = false;
const answers = new Map(); // by id; those that are final are not asked for again
const shown = new Map(); // what each turn was last drawn from

// ---- One part of the page at a time

function show(part) {
  for (const id of ["welcome", "interview", "result", "off"]) {
    byId(id).hidden = id !== part;
  }
  byId("main").classList.toggle("wide", part === "result");
}

function say(text, busy = false) {
  byId("waiting").textContent = text;
  byId("waiting").classList.toggle("busy", busy);
}

onConnection((reached) => {
  const line = byId("connection");
  const text = reached ? "" : "Connection lost. Nothing is lost with it; trying again …";
  if (line.textContent !== text) {
    line.textContent = text;
    line.classList.toggle("lost", !reached);
  }
});

// ---- Welcome

function offerTopics(topics) {
  byId("topics").replaceChildren(
    ...topics.map((topic, index) =>
      el("label", {}, el("input", { type: "radio", name: "topic", value: topic.id, checked: index === 0 }), el("span", {}, topic.title, el("small", {}, firstSentence(topic.summary)))),
    ),
  );
}

const firstSentence = (text) => text.split(/(?<=[.:])\s/)[0].replace(/:$/, ".");

byId("start").addEventListener("submit", async (event) => {
  event.preventDefault();
  const choice = new FormData(event.target);
  const order = { topic: choice.get("topic"), level: choice.get("level"), questionCount: Number(choice.get("count")), maxFollowUps: 2, mode: byId("withhold").checked ? "INTERVIEW" : "PRACTICE" };
  byId("start-error").textContent = "";
  byId("go").disabled = true;
  try {
    const key = newKey();
    const started = await startGuestSession(publishableKey, key, order);
    interview = { id: started.session.id, token: started.token.token, key, order, cursor: "", drafts: {}, orders: {} };
    remember(interview);
    enter();
  } catch (error) {
    byId("start-error").textContent = error.message;
  } finally {
    byId("go").disabled = false;
  }
});

// ---- Interview

function enter() {
  api = new SessionApi(interview.id, interview.token, renewed);
  following = new AbortController();
  answers.clear();
  shown.clear();
  byId("turns").replaceChildren();
  show("interview");
  say("One moment …", true);
  guarded(async () => {
    await refresh();
    resend();
    follow(api, interview.cursor, onEvent, following.signal);
  });
}

async function renewed() {
  const again = await startGuestSession(publishableKey, interview.key, interview.order);
  interview.token = again.token.token;
  remember(interview);
  return interview.token;
}

/** An interview that the service no longer knows is over for this page, too. */
async function guarded(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    leave();
    byId("start-error").textContent = error.message;
  }
}

async function onEvent(type, cursor) {
  if (type === "answer.received") {
    return;
  }
  await guarded(refresh);
  interview.cursor = cursor;
  remember(interview);
}

let refreshing = Promise.resolve();

/** Draws the session as it is now; one look at a time, so that an older one never overwrites a newer. */
function refresh() {
  refreshing = refreshing.catch(() => {}).then(async () => {
    session = await api.session();
    await Promise.all(session.turns.filter((turn) => turn.answerId).map(load));
    draw();
  });
  return refreshing;
}

async function load(turn) {
  const known = answers.get(turn.answerId);
  if (!known || !["SCORED", "UNSCORED", "FAILED"].includes(known.status) || known.feedbackWithheld) {
    answers.set(turn.answerId, await api.answer(turn.answerId));
  }
}

function draw() {
  const { answered, total } = session.progress;
  byId("progress").max = total;
  byId("progress").value = answered;
  byId("progress-text").textContent = `${answered} of ${total} questions answered`;
  session.turns.filter((turn) => turn.status !== "ASKED").forEach(drawClosed);
  const current = session.turns.find((turn) => turn.id === session.currentTurnId && !interview.orders[turn.id]);
  drawCurrent(current);
  if (session.status !== "IN_PROGRESS") {
    finish();
  } else {
    say(current ? "" : "Your answer is being read. The next question comes right away.", !current);
  }
}

function drawClosed(turn) {
  const answer = answers.get(turn.answerId);
  const state = JSON.stringify([answer?.status, answer?.evaluation?.id, turn.reason]);
  if (shown.get(turn.id) === state) {
    return;
  }
  shown.set(turn.id, state);
  const drawn = closedTurn(turn, answer);
  const before = byId(turn.id);
  if (before) {
    before.replaceWith(drawn);
  } else {
    byId("turns").append(drawn);
  }
}

function drawCurrent(turn) {
  byId("now").hidden = !turn;
  if (!turn || byId("now").dataset.turn === turn.id) {
    return;
  }
  byId("now").dataset.turn = turn.id;
  byId("kind").textContent = why(turn);
  byId("prompt").textContent = turn.prompt;
  byId("read").hidden = !canSpeak;
  byId("speak").hidden = !canListen;
  byId("reply-error").textContent = "";
  spoken = false;
  takeUpDraft(turn);
  byId("prompt").focus({ preventScroll: true });
  byId("now").scrollIntoView({ block: "nearest" });
}

function write(text) {
  byId("text").value = text;
  count();
}

function count() {
  const words = byId("text").value.match(/\S+/g)?.length ?? 0;
  byId("length").textContent = words === 1 ? "1 word" : `${words} words`;
}

// ---- Drafts: what is typed outlives a closed tab, here at once and at the service a moment later

let draftTag;
let draftTimer;

async function takeUpDraft(turn) {
  draftTag = undefined;
  clearTimeout(draftTimer);
  write(interview.drafts[turn.id] ?? "");
  if (turn.draftSavedAt) {
    const { tag, text } = await api.draft(turn.id).catch(() => ({ text: "" })); // gone meanwhile: answered elsewhere
    draftTag = tag;
    if (byId("now").dataset.turn === turn.id && !byId("text").value) {
      write(text);
    }
  }
}

function keepDraft() {
  interview.drafts[byId("now").dataset.turn] = byId("text").value;
  byId("saved").textContent = remember(interview) ? "Draft kept" : "";
  count();
  clearTimeout(draftTimer);
  draftTimer = setTimeout(sendDraft, 1500);
}

/** Not tried again: the next key stroke sends the whole draft anew, and what counts is sent with the answer. */
async function sendDraft() {
  const turn = byId("now").dataset.turn;
  try {
    const tag = await api.saveDraft(turn, byId("text").value, draftTag);
    if (byId("now").dataset.turn === turn) {
      draftTag = tag;
    }
  } catch {
    // kept on this device all the same
  }
}

byId("text").addEventListener("input", keepDraft);

byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    byId("reply").requestSubmit();
  }
});

// ---- Answers

byId("reply").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = byId("text").value.trim();
  if (!text) {
    byId("reply-error").textContent = "Write or say something first, or skip the question.";
    byId("text").focus();
    return;
  }
  send({ text: byId("text").value, inputMode: spoken ? "SPOKEN" : "TYPED" });
});

byId("skip").addEventListener("click", () => send({ skipped: true }));

/** Keeps the answer with its key first, so that it reaches the service once, whatever happens to the connection or this page. */
function send(answer) {
  hearNoMore();
  beQuiet();
  clearTimeout(draftTimer);
  const turnId = byId("now").dataset.turn;
  interview.orders[turnId] = { key: newKey(), answer: { turnId, ...answer } };
  remember(interview);
  byId("now").hidden = true;
  say("Sending your answer …", true);
  deliver(turnId);
}

async function deliver(turnId) {
  const { key, answer } = interview.orders[turnId];
  try {
    await api.submit(key, answer);
    delete interview.drafts[turnId];
    byId("saved").textContent = "";
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    // Answered from elsewhere, or the interview is over: the session tells.
    if (error.status !== 409) {
      delete byId("now").dataset.turn;
      delete interview.orders[turnId];
      await guarded(refresh);
      byId("reply-error").textContent = error.message;
      return;
    }
  }
  delete interview.orders[turnId];
  remember(interview);
  await guarded(refresh);
}

/** What was not acknowledged before this page was last closed. */
function resend() {
  Object.keys(interview.orders).forEach(deliver);
}

byId("end").addEventListener("click", () =>
  guarded(async () => {
    hearNoMore();
    beQuiet();
    byId("now").hidden = true;
    say("Ending the interview …", true);
    await api.complete(newKey());
    await refresh();
  }),
);

// ---- Voice

byId("read").addEventListener("click", () => readAloud(byId("prompt").textContent));

byId("speak").addEventListener("click", () => (ears ? ears.stop() : startListening()));

function startListening() {
  beQuiet();
  const before = byId("text").value ? `${byId("text").value.trimEnd()} ` : "";
  spoken = true;
  byId("speak").ariaPressed = "true";
  byId("speak").textContent = "Stop";
  ears = listen(
    (said) => {
      write(before + said);
      keepDraft();
    },
    (trouble) => {
      ears = undefined;
      byId("speak").ariaPressed = "false";
      byId("speak").textContent = "Speak";
      byId("reply-error").textContent = trouble && trouble !== "aborted" ? `The browser stopped listening (${trouble}). You can type instead.` : "";
    },
  );
}

/** Drops what is still being made out, too: it would be written under the next question. */
function hearNoMore() {
  ears?.abort();
}

// ---- Report

let reported = "";

function finish() {
  byId("now").hidden = true;
  const pending = [...answers.values()].filter((answer) => !["SCORED", "UNSCORED", "FAILED"].includes(answer.status)).length;
  const state = `${interview.id} ${pending} ${[...answers.values()].map((answer) => answer.evaluation?.id).join()}`;
  say(pending ? "The last feedback is on its way …" : "", pending > 0);
  if (reported !== state) {
    reported = state;
    guarded(drawReport);
  }
}

async function drawReport() {
  const html = await (await api.report("text/html")).text();
  const first = byId("result").hidden;
  showReport(byId("report"), html);
  show("result");
  if (first) {
    scrollTo(0, 0);
    byId("result-title").focus({ preventScroll: true });
  }
}

async function save(accept, name) {
  byId("result-error").textContent = "";
  try {
    const link = el("a", { href: URL.createObjectURL(await api.report(accept)), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    byId("result-error").textContent = error.message;
  }
}

byId("pdf").addEventListener("click", () => save("application/pdf", "interview-report.pdf"));
byId("page").addEventListener("click", () => save("text/html", "interview-report.html"));
byId("again").addEventListener("click", leave);

function leave() {
  following?.abort();
  hearNoMore();
  beQuiet();
  forget();
  interview = undefined;
  clearTimeout(draftTimer);
  say("");
  delete byId("now").dataset.turn;
  show("welcome");
  byId("main").focus();
}

// ---- Begin, or go on where a reload or a closed tab has left off

async function begin() {
  try {
    const demo = await settings();
    publishableKey = demo.publishableKey;
    offerTopics(demo.topics);
  } catch (error) {
    byId("off-text").textContent = error.status === 404 ? "This service has no publishable key for guests." : error.message;
    show("off");
    return;
  }
  interview = recall();
  if (interview) {
    enter();
  } else {
    show("welcome");
  }
}

begin();
