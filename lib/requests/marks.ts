import { isDisposableEmailDomain } from 'disposable-email-domains-js';

/** Anybody may have an address there: often a person's own, so marked and not refused. */
const freeMail = new Set(
  `126.com 163.com aol.com bluewin.ch btinternet.com duck.com fastmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de
   gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it icloud.com laposte.net
   libero.it live.co.uk live.com mac.com mail.com mail.ru me.com msn.com naver.com o2.pl orange.fr outlook.com outlook.de
   outlook.fr pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com seznam.cz t-online.de tuta.com tutanota.com
   virgilio.it wanadoo.fr web.de wp.pl yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.es yahoo.fr yandex.com
   yandex.ru ymail.com zoho.com`.split(/\s+/),
);

export type Mark = 'free mail' | 'disposable' | 'link' | 'hasty' | 'trap';

/** Nobody reads nine questions and answers them faster. */
const leastSeconds = 3;

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** Whether that is true of the domain, or of one above it. */
function isOrIsUnder(domain: string, is: (one: string) => boolean): boolean {
  const labels = domain.split('.');
  return labels.some((_, from) => is(labels.slice(from).join('.')));
}

const isFree = (domain: string) => isOrIsUnder(domain, (one) => freeMail.has(one));
/** Made to be thrown away. */
const isDisposable = (domain: string) => isOrIsUnder(domain, isDisposableEmailDomain);

/** What an advisor should know before trusting a request. `seconds` is null where the form was not given out here. */
export function marksOf(
  typed: { email: string; name: string; company: string; jobTitle: string; hope: string; website?: string | undefined },
  seconds: number | null,
): Mark[] {
  const domain = domainOf(typed.email);
  const said = [typed.name, typed.company, typed.jobTitle, typed.hope].join('\n');
  const found: [Mark, boolean][] = [
    ['free mail', isFree(domain)],
    ['disposable', isDisposable(domain)],
    ['link', /https?:|www\.|\]\(|<a\b/i.test(said)],
    ['hasty', seconds === null || seconds < leastSeconds],
    ['trap', Boolean(typed.website)],
  ];
  return found.filter(([, is]) => is).map(([mark]) => mark);
}

/** Sent by a machine, as far as can be told: it goes with the spam, where an advisor can still find it. */
export function isMachine(marks: readonly Mark[]): boolean {
  return marks.includes('hasty') || marks.includes('trap');
}

/** What requests of one organisation have in common: the domain of their addresses, or what they call it. */
export function companyKey({ email, company }: { email: string; company: string }): string {
  const domain = domainOf(email);
  if (!isFree(domain) && !isDisposable(domain)) return domain;
  return company
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
