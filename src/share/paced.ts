/**
 * Between two changes of the address, milliseconds. Of pages that make more than 100 (Safari) or 200
 * (Firefox, Chromium) within ten seconds, browsers refuse the rest, some of them silently.
 */
const PAUSE = 150;

/** Makes what does the latest of what it is given, and no more often than every `PAUSE`. */
export function paced(): (act: () => void) => void {
  let done = -PAUSE;
  let timer: ReturnType<typeof setTimeout>;
  return (act) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        done = performance.now();
        act();
      },
      done + PAUSE - performance.now(),
    );
  };
}
