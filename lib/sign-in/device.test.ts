import { describe, expect, it } from 'vitest';
import { deviceOf } from '@/lib/sign-in/device';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser in words', () => {
  it.each([
    [`${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox on Windows'],
    [
      `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`,
      'Edge on Windows',
    ],
    [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Chrome/148.0.0.0 Safari/537.36`, 'Chrome on macOS'],
    [
      `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15`,
      'Safari on macOS',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1`,
      'Safari on iPhone',
    ],
    [`${mozilla} (iPad; CPU OS 19_0 like Mac OS X) CriOS/148.0 Mobile/15E148 Safari/604.1`, 'Chrome on iPad'],
    [
      `${mozilla} (Linux; Android 16; SM-S931B) ${webkit} SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`${mozilla} (X11; CrOS x86_64 16000.0.0) ${webkit} Chrome/148.0.0.0 Safari/537.36`, 'Chrome on ChromeOS'],
    [`${mozilla} (X11; Linux x86_64) ${webkit} Chrome/148.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'Opera on Linux'],
  ])('%s', (userAgent, words) => {
    expect(deviceOf(userAgent)).toBe(words);
  });

  it('says no more than it knows, and repeats nothing it was told', () => {
    expect(deviceOf(null)).toBe('An unknown browser');
    expect(deviceOf('curl/8.5')).toBe('An unknown browser');
    expect(deviceOf('<script>alert(1)</script> (Windows NT 10.0)')).toBe('A browser on Windows');
    expect(deviceOf(`Firefox/${'9'.repeat(100_000)}`)).toBe('Firefox');
  });
});
