/**
 * What a fresh proof of oneself can be asked for. `codeBesidePasskey`: a code by mail will do even for whoever has a
 * passkey, because the passkey itself may be what was lost.
 */
export const stepUpPurposes = {
  'passkeys.change': { act: 'change your passkeys', codeBesidePasskey: true },
  'account.erase': { act: 'erase your account', codeBesidePasskey: false },
  'threshold.decide': { act: 'give your word', codeBesidePasskey: false },
  'decision.make': { act: 'record a decision', codeBesidePasskey: false },
} as const;

export type StepUpPurpose = keyof typeof stepUpPurposes;

export type StepUpMethod = 'passkey' | 'code';

/** How somebody may prove themselves, the best first: by passkey where they have one, else by a code to their address. */
export function methodsFor(purpose: StepUpPurpose, passkeys: number): readonly StepUpMethod[] {
  if (passkeys === 0) return ['code'];
  return stepUpPurposes[purpose].codeBesidePasskey ? ['passkey', 'code'] : ['passkey'];
}

/** An address as a reminder to its owner: "m…@averna.example". */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
