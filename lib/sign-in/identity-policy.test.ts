import { describe, expect, it } from 'vitest';
import { identityOf } from '@/lib/sign-in/identity-policy';

const email = 'marta@averna.example';
const verified = (claims: object, trusted: readonly string[] = []) =>
  identityOf({ sub: '248289761001', ...claims }, trusted)?.verifiedEmail;

describe('an issuer’s word for an address', () => {
  it('counts where the issuer says it is verified, in lower case', () => {
    expect(verified({ email: 'Marta@Averna.EXAMPLE', email_verified: true })).toBe(email);
    expect(verified({ email, email_verified: 'true' })).toBe(email);
  });

  it('does not count without that word, or against it', () => {
    expect(verified({ email })).toBeNull();
    expect(verified({ email, email_verified: false })).toBeNull();
    expect(verified({ email, email_verified: 'false' })).toBeNull();
    expect(verified({ email, email_verified: 'yes' })).toBeNull();
  });

  it.each([true, 1, '1', 'true'])('counts where Entra says %j: the domain’s owner is verified', (xms_edov) => {
    expect(verified({ email, xms_edov })).toBe(email);
  });

  it.each([false, 0, '0', 'false', null])('does not count where Entra says %j', (xms_edov) => {
    expect(verified({ email, xms_edov })).toBeNull();
  });

  it('counts in a domain that is declared the issuer’s own, and in no other that merely ends like it', () => {
    expect(verified({ email }, ['averna.example'])).toBe(email);
    expect(verified({ email: 'marta@not-averna.example' }, ['averna.example'])).toBeNull();
    expect(verified({ email: 'marta@sub.averna.example' }, ['averna.example'])).toBeNull();
    expect(verified({ email: 'marta@averna.example.evil.example' }, ['averna.example'])).toBeNull();
    expect(verified({ email, email_verified: false }, ['averna.example'])).toBeNull();
  });

  it('is nobody’s without a subject, and takes no other claim for an address', () => {
    expect(identityOf({ email, email_verified: true }, [])).toBeNull();
    expect(identityOf({ sub: '', email, email_verified: true }, [])).toBeNull();
    expect(identityOf(null, [])).toBeNull();
    expect(verified({ preferred_username: email, upn: email, unique_name: email, email_verified: true })).toBeNull();
    expect(verified({ email: [email, email], email_verified: true })).toBeNull();
    expect(verified({ email: 'not an address', email_verified: true })).toBeNull();
  });
});
