/** An interview over the API: one question after the other, each answer with its feedback. */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './greenroom.js';

export type Session = components['schemas']['Session'];
export type Turn = components['schemas']['Turn'];
export type Answer = components['schemas']['Answer'];
export type StartSession = components['schemas']['StartSession'];
type Problem = components['schemas']['Problem'];

/** How long one request may wait for feedback; the next one goes on waiting. */
const WAIT = 'wait=20';
const FINAL = ['SCORED', 'UNSCORED', 'FAILED'];

export class Interview {
  private constructor(
    private readonly api: Client<paths>,
    private session: Session,
  ) {}

  /** `headers` hold the authorization, unless somebody else adds it on the way. */
  static async start(baseUrl: string, order: StartSession, headers: Record<string, string> = {}): Promise<Interview> {
    const api = createClient<paths>({ baseUrl, headers });
    const { data, error } = await api.POST('/v1/sessions', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: order,
    });
    return new Interview(api, required(data, error));
  }

  /** The question to answer now; undefined when the interview is over. */
  get turn(): Turn | undefined {
    return this.session.turns.find((turn) => turn.id === this.session.currentTurnId);
  }

  get progress(): Session['progress'] {
    return this.session.progress;
  }

  /** Sends an answer, waits for its feedback, and moves on to the next question, which may ask back. */
  async answer(text: string): Promise<Answer> {
    if (!this.turn) {
      throw new Error('The interview is over.');
    }
    const { data, error } = await this.api.POST('/v1/sessions/{session}/answers', {
      params: { path: { session: this.session.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { turnId: this.turn.id, text },
    });
    const scored = await this.feedback(required(data, error));
    const session = await this.api.GET('/v1/sessions/{session}', { params: { path: { session: this.session.id } } });
    this.session = required(session.data, session.error);
    return scored;
  }

  private async feedback(answer: Answer): Promise<Answer> {
    let latest = answer;
    while (!FINAL.includes(latest.status)) {
      const { data, error } = await this.api.GET('/v1/answers/{answer}', {
        params: { path: { answer: answer.id }, header: { Prefer: WAIT } },
      });
      latest = required(data, error);
    }
    return latest;
  }
}

/** Every error is a problem (RFC 9457), whose `detail` is written for people. */
function required<T>(data: T | undefined, problem: Problem | undefined): T {
  if (data === undefined) {
    throw new Error(problem?.detail ?? 'The service cannot be reached.');
  }
  return data;
}
