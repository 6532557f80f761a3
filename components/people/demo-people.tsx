type Person = { readonly email: string; readonly name: string; readonly title: string; readonly what: string };

/** Each demo person with one click: a plain form, followed by the browser as a whole page. */
export function DemoPeople({ people, next }: { people: readonly Person[]; next: string }) {
  return (
    <section className="mt-8" aria-labelledby="demo-people">
      <h2 id="demo-people" className="text-xl">
        Choose somebody to be
      </h2>
      <p className="mt-1 text-sm text-muted">
        This is the demo: these people and their company are made up. New here? Be Ines Halder and open the City of
        Munich, a published case: two readings of one decision.
      </p>
      <ul className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {people.map((person) => (
          <li key={person.email}>
            <form action="/sign-in/demo" method="post">
              <input type="hidden" name="email" value={person.email} />
              <input type="hidden" name="next" value={next} />
              <button type="submit" className="w-full px-4 py-3 text-left hover:bg-sunken">
                <span className="font-medium">{person.name}</span>
                <span className="text-muted"> · {person.title}</span>
                <span className="mt-0.5 block text-sm text-muted">{person.what}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
