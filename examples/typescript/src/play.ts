/** Plays an interview in the terminal: node dist/play.js URL KEY [TOPIC] */
import { Interview } from './interview.js';

const [url = 'http://localhost:8080', key = '', topic = 'django'] = process.argv.slice(2);
const ANSWERS = [
  'A QuerySet is lazy: filters only build the query, and the database is asked once, when I loop over it.',
  'I count the queries in a test, and load what a loop touches with select_related or prefetch_related.',
];

const interview = await Interview.start(
  url,
  { topic, questionCount: 2, maxFollowUps: 1, seed: 7 },
  { Authorization: `Bearer ${key}` },
);
for (let count = 0; interview.turn; count++) {
  const { kind, prompt } = interview.turn;
  console.log(`${kind}  ${prompt}`);
  const answer = await interview.answer(ANSWERS[count % ANSWERS.length] ?? '');
  const score = answer.evaluation?.score;
  console.log(`  ${answer.status} ${score ? `${score.value}/${score.max} ${score.band}` : answer.reason}`);
  for (const concept of answer.evaluation?.concepts ?? []) {
    console.log(`    ${concept.state}  ${concept.label}  ${concept.evidence[0]?.quote ?? ''}`);
  }
}
console.log(`COMPLETED: ${interview.progress.answered} of ${interview.progress.total} questions`);
