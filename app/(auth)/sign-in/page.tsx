import { DemoPeople } from '@/components/people/demo-people';
import { SignInForm } from '@/components/people/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { demoPeople } from '@/db/seed/people';
import { environment } from '@/lib/server/environment';

export const metadata = { title: 'Sign in' };

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const { demo } = environment();
  const failed = 'error' in (await searchParams);
  return (
    <>
      <h1 className="text-3xl">Sign in</h1>
      {failed && (
        <div className="mt-6">
          <Notice tone="bad" title="That did not sign you in">
            The link was used already, or its fifteen minutes are over. Ask for a new one below.
          </Notice>
        </div>
      )}
      {demo && <DemoPeople people={demoPeople} />}
      <section className="mt-10" aria-labelledby="by-mail">
        <h2 id="by-mail" className="text-xl">
          {demo ? 'Or by e-mail link' : 'By e-mail link'}
        </h2>
        <SignInForm />
      </section>
    </>
  );
}
