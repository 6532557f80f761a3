import type { Tenant } from '@/db/testing/tenants';
import type { SignedInPerson } from '@/lib/sign-in/sessions';

/** Something an action accepts from whoever may call it. */
export type Input = {
  readonly with: unknown;
  /** How the action answers whom it lets in, where that is not "ok". */
  readonly answers?: 'redirect' | 'refused';
};

/** `person` is who calls, or a stand-in where nobody does. */
export type Scene = { readonly tenant: Tenant; readonly person: SignedInPerson };

/** One for every action, by its name in lib/access/endpoints.ts. */
export type Inputs = Readonly<Record<string, (scene: Scene) => Promise<Input> | Input>>;
