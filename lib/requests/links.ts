import 'server-only';
import { sql } from 'drizzle-orm';
import { asVisitor } from '@/db/doors';
import { hashOf } from '@/lib/sign-in/token';

/** What the bearer of a link in a worksheet's mail may do; the database lets them do no more. */

export type LinkState = {
  readonly state: 'open' | 'expired' | 'used up' | 'revoked';
  readonly until: Date;
  readonly downloadsLeft: number;
};

/** How a link stands; null where there is none, or its request was erased. Looking does not use it up. */
export async function stateOfLink(token: string): Promise<LinkState | null> {
  const [found] = await asVisitor((tx) =>
    tx.execute<{ state: LinkState['state']; until: string; downloads_left: number }>(
      sql`select state, until, downloads_left from worksheet_link(${hashOf(token)})`,
    ),
  );
  return found ? { state: found.state, until: new Date(found.until), downloadsLeft: found.downloads_left } : null;
}

/** One download of five: the file, or null where the link opens nothing any more. */
export async function takeWorksheet(token: string): Promise<Uint8Array | null> {
  const [taken] = await asVisitor((tx) =>
    tx.execute<{ file: Uint8Array | null }>(sql`select take_worksheet(${hashOf(token)}) as file`),
  );
  return taken?.file ?? null;
}

/** Erases all that the link's address has asked for. False where there is nothing any more. */
export async function eraseByLink(token: string): Promise<boolean> {
  const [answer] = await asVisitor((tx) =>
    tx.execute<{ erased: boolean }>(sql`select erase_request(${hashOf(token)}) as erased`),
  );
  return answer?.erased ?? false;
}
