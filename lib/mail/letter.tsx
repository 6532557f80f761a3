import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  render,
  Text,
  toPlainText,
} from '@react-email/components';
import type { MailContent } from '@/lib/mail/seal';

const ink = '#1b2126';
const muted = '#5a636b';
const accent = '#17564c';
const serif = 'Georgia, "Times New Roman", serif';

/** Programs that know dark and light turn it themselves; the others show it as it is written here. */
const dark = `@media (prefers-color-scheme: dark) {
  .paper { background-color: #12171a !important; }
  .ink { color: #e9e7e1 !important; }
  .muted { color: #a5adb3 !important; }
  .rule { border-color: #333c42 !important; }
  .button { background-color: #6fc7b2 !important; color: #0d1a17 !important; }
}`;

type Said = MailContent & { readonly subject: string };

/** The one frame of every mail: what it says, one way on, nothing fetched from anywhere. */
function Letter({ subject, body, link, choice }: Said) {
  return (
    <Html lang="en-GB">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Body className="paper" style={{ margin: 0, padding: 0, backgroundColor: '#f7f6f2' }}>
        <Container style={{ maxWidth: '36em', padding: '32px 20px' }}>
          <Text className="muted" style={{ margin: '0 0 20px', color: muted, fontFamily: serif, fontSize: '15px' }}>
            Walk Position
          </Text>
          <Heading
            as="h1"
            className="ink"
            style={{
              margin: '0 0 20px',
              color: ink,
              fontFamily: serif,
              fontSize: '24px',
              lineHeight: '30px',
              fontWeight: 600,
            }}
          >
            {subject}
          </Heading>
          {paragraphsOf(body).map(({ at, lines }) => (
            <Text
              key={at}
              className="ink"
              style={{ margin: '0 0 16px', color: ink, fontFamily: serif, fontSize: '17px', lineHeight: '26px' }}
            >
              {lines.flatMap((line, index) => (index === 0 ? [line] : [<br key={`${at} ${line}`} />, line]))}
            </Text>
          ))}
          {link && <WayOn link={link} />}
          <Hr className="rule" style={{ margin: '32px 0 12px', borderColor: '#d9d6cc' }} />
          <Text className="muted" style={{ margin: 0, color: muted, fontSize: '13px', lineHeight: '20px' }}>
            Written by the portal itself. Nobody reads an answer to this address.
          </Text>
          {choice && <Choice choice={choice} />}
        </Container>
      </Body>
    </Html>
  );
}

function Choice({ choice }: { choice: string }) {
  return (
    <Text className="muted" style={{ margin: '8px 0 0', color: muted, fontSize: '13px', lineHeight: '20px' }}>
      It comes because you asked for it.{' '}
      <Link href={choice} className="muted" style={{ color: muted, textDecoration: 'underline' }}>
        Stop it, or choose how often
      </Link>
    </Text>
  );
}

/** The address itself stands below the button, for programs that show none; in the text it follows the button’s word. */
function WayOn({ link }: { link: string }) {
  return (
    <>
      <Button
        href={link}
        className="button"
        style={{
          margin: '8px 0 20px',
          padding: '13px 22px',
          borderRadius: '6px',
          backgroundColor: accent,
          color: '#ffffff',
          fontSize: '16px',
          textDecoration: 'none',
        }}
      >
        Open the page
      </Button>
      <Text
        data-skip-in-text="true"
        style={{ margin: 0, fontSize: '13px', lineHeight: '20px', wordBreak: 'break-all' }}
      >
        <Link href={link} className="muted" style={{ color: muted }}>
          {link}
        </Link>
      </Text>
    </>
  );
}

function paragraphsOf(body: string): { at: number; lines: string[] }[] {
  return body.split(/\n{2,}/).map((text, at) => ({ at, lines: text.split('\n') }));
}

/** A mail's two parts. The text is read out of the other, so that both say the same. */
export async function partsOf(said: Said): Promise<{ html: string; text: string }> {
  const html = await render(<Letter {...said} />);
  const text = toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] });
  return { html, text: `${text}\n` };
}
