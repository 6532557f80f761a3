'use client';

/** In milliseconds. A step of the reader's own comes back within the first, nearly always; a way elsewhere takes the second. */
const ownStep = 400;
const wayElsewhere = 5_000;

let leftAt = Number.NEGATIVE_INFINITY;
if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', () => {
    leftAt = performance.now();
  });
}

/**
 * Loads the page again, because what it shows may no longer be its reader's. Whoever has just given it up themselves
 * (signed out, left, erased) is on their way elsewhere already: their own step goes first. The returned function
 * calls it off.
 */
export function loadAgain(): () => void {
  let timer = setTimeout(again, ownStep);
  function again() {
    if (performance.now() - leftAt < wayElsewhere) timer = setTimeout(again, wayElsewhere);
    else window.location.reload();
  }
  return () => clearTimeout(timer);
}
