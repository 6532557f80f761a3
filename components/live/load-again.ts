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
 * (signed out, left, erased) is on their way elsewhere already: their own step goes first. It happens whatever has
 * become of the page's components meanwhile, unless the reader is no longer `where` it was.
 */
export function loadAgain(where: string): void {
  setTimeout(() => {
    if (!window.location.pathname.startsWith(where)) return;
    if (performance.now() - leftAt < wayElsewhere) setTimeout(() => loadAgain(where), wayElsewhere);
    else window.location.reload();
  }, ownStep);
}
