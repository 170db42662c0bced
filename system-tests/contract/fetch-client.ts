/** Plays an interview with openapi-generator's client for fetch: node fetch-client.js URL KEY */
import { type Answer, AnswersApi, Configuration, SessionsApi } from '../../api-clients/target/typescript-fetch';

async function play(basePath: string, key: string): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken: key });
  const sessions = new SessionsApi(configuration);
  const answers = new AnswersApi(configuration);

  let session = await sessions.startSession({
    startSession: { topic: 'python', questionCount: 2, maxFollowUps: 1, seed: 11 },
    idempotencyKey: crypto.randomUUID(),
  });
  while (session.currentTurnId) {
    let answer: Answer = await answers.submitAnswer({
      session: session.id,
      submitAnswer: { turnId: session.currentTurnId, text: 'A list is mutable and a tuple is not, so it can be a key.' },
    });
    while (answer.status === 'QUEUED' || answer.status === 'SCORING') {
      answer = await answers.getAnswer({ answer: answer.id, prefer: 'wait=20' });
    }
    console.log(answer.status, answer.evaluation?.score?.value ?? answer.reason);
    session = await sessions.getSession({ session: session.id });
  }
  console.log(`${session.status}: ${session.progress.answered} of ${session.progress.total} questions`);
}

const [url = '', key = ''] = process.argv.slice(2);
play(url, key).catch((failure) => {
  console.error(failure);
  process.exitCode = 1;
});
