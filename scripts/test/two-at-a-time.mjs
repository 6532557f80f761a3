/**
 * Runs parts two at a time, as there are two cores nearly everywhere: in order, each as soon as the parts named in its
 * `after` are done. A part is given what the others have resolved with, by name; so is the caller in the end.
 */
export async function twoAtATime(parts) {
  const waiting = [...parts];
  const running = new Map();
  const results = {};
  while (waiting.length > 0 || running.size > 0) {
    for (const part of [...waiting]) {
      if (running.size === 2) break;
      if (!(part.after ?? []).every((name) => name in results)) continue;
      waiting.splice(waiting.indexOf(part), 1);
      const done = part.run(results).then((result) => {
        results[part.name] = result;
        running.delete(part.name);
      });
      running.set(part.name, done);
    }
    if (running.size === 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')}: waits for what never ends`);
    await Promise.race(running.values());
  }
  return results;
}
