/** A beginning that words share: the longest that those from `first` to before `end` do. */
export interface SharedBeginning {
  readonly beginning: string;
  readonly first: number;
  readonly end: number;
}

/**
 * The beginnings that several words share which together weigh more than `most`, the shorter before
 * the longer ones that go on with it. `words` are sorted; `weights[n]` is the weight of all words
 * before the `n`th.
 */
export function sharedBeginnings(
  words: readonly string[],
  weights: Float64Array,
  most: number,
): SharedBeginning[] {
  const shared: SharedBeginning[] = [];
  const visit = (from: number, to: number, depth: number) => {
    for (let first = from; first < to;) {
      const letter = words[first]?.charAt(depth);
      let end = first + 1;
      while (end < to && words[end]?.charAt(depth) === letter) end++;
      const weight = (weights[end] ?? 0) - (weights[first] ?? 0);
      if (letter !== '' && end - first > 1 && weight > most) {
        const beginning = commonBeginning(words[first] ?? '', words[end - 1] ?? '');
        shared.push({ beginning, first, end });
        visit(first, end, beginning.length);
      }
      first = end;
    }
  };
  visit(0, words.length, 0);
  return shared;
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
