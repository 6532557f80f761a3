import { redirect } from 'next/navigation';
import { DemoPeople } from '@/components/people/demo-people';
import { IssuerButton } from '@/components/people/issuer-button';
import { PasskeySignIn } from '@/components/people/passkey-sign-in';
import { SignInForm } from '@/components/people/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { demoPeople } from '@/db/seed/people';
import { currentActor } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';
import { localPath } from '@/lib/sign-in/local-path';
import { refusalOf } from '@/lib/sign-in/refusals';

export const metadata = { title: 'Sign in' };

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const { next: asked, ...query } = await searchParams;
  const next = localPath(asked);
  if (await currentActor()) redirect(next);
  const { demo, oidc } = environment();
  const refusal = refusalOf(query);
  const joined = 'joined' in query;
  return (
    <>
      <h1 className="text-3xl">Sign in</h1>
      {refusal && (
        <div className="mt-6">
          <Notice tone="bad" title={refusal.title}>
            <p className="mt-1">{refusal.text}</p>
          </Notice>
        </div>
      )}
      {joined && (
        <div className="mt-6">
          <Notice tone="good" title="You have joined">
            <p className="mt-1">Sign in as always to go there.</p>
          </Notice>
        </div>
      )}
      {demo && <DemoPeople people={demoPeople} next={next} />}
      {oidc && <IssuerButton name={oidc.name} next={next} />}
      <PasskeySignIn next={next} />
      <section className="mt-10" aria-labelledby="by-mail">
        <h2 id="by-mail" className="text-xl">
          {demo || oidc ? 'Or by e-mail link' : 'By e-mail link'}
        </h2>
        <SignInForm next={next} />
      </section>
    </>
  );
}
