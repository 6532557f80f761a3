/** What the first page of the worksheet says. */
export const instructions: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[] = [
  {
    heading: 'What it is for',
    paragraphs: [
      'A buyer facing a renewal has one real lever: being genuinely prepared to leave. This worksheet costs the offer on the table and the real alternative by the same rules, holds the honest cost of switching against the figure one is told, and says plainly which way the math points.',
      'It works just as plainly the other way: where the deal beats the alternative, it says sign.',
    ],
  },
  {
    heading: 'How to fill it in',
    paragraphs: [
      '1. Deal: the terms, then one row for each line of the offer. Shares of other lines, spend commitments and support stand in the table below.',
      '2. Alternative: what you would really do, and what running it costs each month or year.',
      '3. Switching: what getting there costs. Beside each honest figure stands the one the account team claims. The categories are those that every migration meets; delete what does not apply, repeat what comes more than once.',
      '4. Plan: the steps, how long each takes, what it waits for.',
      '5. Reading: the result. There is nothing to fill in.',
      'Yellow cells are yours, and tell what they want when selected. Everything else reckons and is protected, without a password, so that nothing is overwritten by mistake.',
    ],
  },
  {
    heading: 'How it reckons',
    paragraphs: [
      'Months count from the renewal date: 0 is the first month of the new term, −6 is half a year before it. A line runs from its start up to, not including, its end.',
      'Recurring lines are billed in advance. The price rises by the escalator each year from the month it is held until, and by the uplift at each renewal; the quantity grows once a year.',
      'A one-time cost is spread evenly from its start to its end. A percent line is a rate of the lines of the categories it rests on. A commitment costs what the spend falls short of it, at its end. A graduated line charges each band of a contract year’s spend at its own rate.',
      'Every flow is rounded once to the smallest coin, a half away from zero. All-in cost is the present value of every flow over the horizon; months before renewal weigh more than one.',
      'Low, likely, high: what it costs if all goes well, what you honestly expect, and if much goes wrong. Alone, likely is certain. Nothing is suggested to you: a figure nobody can defend is worse than a blank.',
      'The sheets of months show every flow of every line, one formula a cell. Check any of them.',
    ],
  },
  {
    heading: 'Keep it quiet',
    paragraphs: [
      'The walk threshold is the most sensitive number you have. Share this file with those who must know it, and with nobody else. It holds no macros and no links, and sends nothing anywhere.',
    ],
  },
];
