'use client';

import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Longer than a frame ever takes: a window in the background draws none. */
const atTheLatestMs = 250;

/**
 * Does something once the next frame is on the screen, so that it holds up no key. Returns how to call it off; what
 * has been done already stays done.
 */
function afterPaint(act: () => void): () => void {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    callOff();
    act();
  };
  const painted = new MessageChannel();
  painted.port1.onmessage = once;
  const frame = requestAnimationFrame(() => painted.port2.postMessage(null));
  const timer = setTimeout(once, atTheLatestMs);
  function callOff() {
    waiting = false;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    painted.port1.close();
  }
  return callOff;
}

/** A value that follows the one given once that has been painted: for figures that take a look at every line. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState<{ readonly value: T }>({ value });
  const waiting = useRef<(() => void) | null>(null);
  const follow = useEffectEvent(() => {
    waiting.current = null;
    startTransition(() => setSettled({ value }));
  });
  // While one waits a newer value needs no other: whichever is the newest then is followed. Keys that never pause
  // could otherwise put it off for ever.
  useEffect(() => {
    if (value !== settled.value) waiting.current ??= afterPaint(() => follow());
  }, [value, settled]);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = null;
    },
    [],
  );
  return settled.value;
}

/** Does something with each value once it has been painted, and at once where the page goes before that. */
export function useAfterPaint<T>(value: T, act: (value: T) => void): void {
  const done = useEffectEvent(act);
  const open = useRef<T | null>(null);
  useEffect(() => {
    open.current = value;
    return afterPaint(() => {
      open.current = null;
      done(value);
    });
  }, [value]);
  useEffect(() => {
    const now = () => {
      const value = open.current;
      open.current = null;
      if (value !== null) done(value);
    };
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
}
