/** The page: shows a question, sends what was typed, and marks in it what the feedback is about. */
import { type Answer, Interview } from './interview.js';

const main = document.querySelector('main')!;
const form = document.querySelector('form')!;
const text = document.querySelector('textarea')!;
const button = document.querySelector('button')!;

const interview = await Interview.start(location.origin, { topic: 'django', questionCount: 3, maxFollowUps: 1 });
ask();

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    show(await interview.answer(text.value));
    text.value = '';
    ask();
  } catch (failure) {
    paragraph((failure as Error).message);
  } finally {
    button.disabled = interview.turn === undefined;
  }
});

function ask(): void {
  paragraph(interview.turn?.prompt ?? 'That was the last question. Thank you.').className = 'prompt';
}

function show(answer: Answer): void {
  const quotes = (answer.evaluation?.concepts ?? []).flatMap((concept) => concept.evidence);
  quotes.sort((one, other) => one.start - other.start);
  const shown = paragraph('');
  let end = 0;
  for (const quote of quotes.filter((each) => each.start < each.end)) {
    if (quote.start >= end) {
      const mark = document.createElement('mark');
      mark.textContent = quote.quote;
      shown.append(answer.text.slice(end, quote.start), mark);
      end = quote.end;
    }
  }
  shown.append(answer.text.slice(end));
  const score = answer.evaluation?.score;
  paragraph(score ? `${score.value} of ${score.max}: ${score.band}` : (answer.reason ?? ''));
}

function paragraph(content: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = content;
  main.append(element);
  element.scrollIntoView({ behavior: 'smooth' });
  return element;
}
