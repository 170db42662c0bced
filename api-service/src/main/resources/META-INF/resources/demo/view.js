// Builds what is shown. Texts only ever become text nodes, whatever they hold.
import { notes, pieces } from "./marks.js";

export const byId = (id) => document.getElementById(id);

/** An element with properties and children. */
export function el(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const bands = { STRONG: ["Strong", "covered"], SOLID: ["Solid", "covered"], PARTIAL: ["Partial", "partial"], WEAK: ["Weak", "wrong"], NO_EVIDENCE: ["No evidence", "wrong"] };
const states = { COVERED: ["✓", "covered", "covered"], PARTIAL: ["◐", "half said", "partial"], MISSED: ["○", "missing", "missed"], WRONG: ["✕", "not right", "wrong"] };
const whys = { WRONG_CONCEPT: "Something was not right, so:", PARTIAL_CONCEPT: "Something was half said, so:", MISSED_CONCEPT: "Something was missing, so:", ALL_COVERED: "Nothing was missing, so one further:" };

export const why = (turn) => (turn.kind === "MAIN" ? "Question" : `Asked back. ${whys[turn.reason?.trigger] ?? ""}`);

function answerText(answer) {
  if (answer.skipped) {
    return el("p", { className: "verdict" }, "Skipped.");
  }
  const found = answer.evaluation ? notes(answer.evaluation) : [];
  return el("blockquote", { className: "answer" }, ...pieces(answer.text, found).map(piece));
}

function piece({ text, state, ending }) {
  if (!state) {
    return text;
  }
  const numbers = ending.map((number) => el("sup", {}, el("span", { className: "vh" }, " note "), String(number)));
  return el("mark", { className: states[state][2] }, text, ...numbers);
}

function chip(concept) {
  const [sign, word, style] = states[concept.state];
  return el("li", { className: `chip ${style}` }, el("span", { ariaHidden: "true" }, `${sign} `), concept.label, el("span", { className: "vh" }, `: ${word}`));
}

function feedback(answer) {
  const { evaluation } = answer;
  const [band, style] = bands[evaluation.score?.band] ?? [];
  return el(
    "div",
    { className: "feedback" },
    evaluation.score &&
      el("p", { className: "verdict" }, el("span", { className: "score" }, String(evaluation.score.value)), el("span", { className: `chip ${style}` }, band), ` ±${evaluation.score.spread}`, evaluation.stage === "PRELIMINARY" ? " · a second opinion is on its way" : ""),
    el("ul", { className: "concepts", ariaLabel: "Concepts" }, ...evaluation.concepts.map(chip)),
    el("ul", { className: "better" }, ...evaluation.improvements.slice(0, 2).map((advice) => el("li", {}, `${advice.text} `, el("span", { className: "how" }, advice.nextStep)))),
    el("details", {}, el("summary", {}, "A model answer"), el("p", {}, evaluation.modelAnswer)),
  );
}

function outcome(answer) {
  if (!answer) {
    return el("p", { className: "waiting busy" }, "On its way …");
  }
  if (answer.evaluation) {
    return feedback(answer);
  }
  if (answer.feedbackWithheld) {
    return el("p", { className: "waiting" }, "Feedback comes at the end.");
  }
  const reason = { UNSCORED: "No score can be given.", FAILED: "Scoring has failed; the interview goes on." }[answer.status];
  return el("p", { className: `waiting ${reason ? "" : "busy"}` }, reason ?? "Listening to your reasoning …");
}

/** A turn that has its answer. */
export function closedTurn(turn, answer) {
  return el(
    "li",
    { className: turn.kind === "MAIN" ? "" : "follow", id: turn.id },
    el("article", { className: "card" }, el("p", { className: "eyebrow" }, why(turn)), el("h2", {}, turn.prompt), answer ? answerText(answer) : null, outcome(answer)),
  );
}

/** The report as the service has drawn it, apart from the styles of this page. */
export function showReport(place, html) {
  const [whole, sheet] = /<style>([^]*?)<\/style>/.exec(html);
  const style = new CSSStyleSheet();
  style.replaceSync(sheet.replaceAll(":root", ":host"));
  const page = new DOMParser().parseFromString(html.replace(whole, ""), "text/html");
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.replaceChildren(...Array.from(page.querySelector("main").childNodes, (node) => document.importNode(node, true)));
}
