/** Questions that are answered when a test says so, in the order that it says. */
export class Held<Question, Answer> {
  readonly #asked: { question: Question; answer: (answer: Answer) => void }[] = [];

  /** To stand in for what would answer by itself. */
  readonly ask = (question: Question): Promise<Answer> =>
    new Promise((answer) => this.#asked.push({ question, answer }));

  /** In the order in which they were asked. */
  get questions(): readonly Question[] {
    return this.#asked.map(({ question }) => question);
  }

  /** Answers the question asked as this one, from 0, and lets happen what follows from that. */
  async answer(number: number, answer: Answer): Promise<void> {
    const asked = this.#asked[number];
    if (asked === undefined) throw new Error(`Only ${this.#asked.length} questions were asked.`);
    asked.answer(answer);
    await settled();
  }
}

/** Until all is done that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
