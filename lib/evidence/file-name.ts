import { extensionOf, type FileKind } from '@/lib/evidence/accepted';

const longest = 120;

/**
 * A name that any system can hold and nobody is misled by: no folders, no control characters or marks that turn
 * text around, and the extension its content has.
 */
export function cleanFileName(typed: string, { extensions }: Pick<FileKind, 'extensions'>): string {
  const name = typed
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const own = extensions.includes(extensionOf(name)) ? extensionOf(name) : extensions[0];
  const stem = name.toLowerCase().endsWith(`.${own}`) ? name.slice(0, -own.length - 1) : name;
  return `${[...stem].slice(0, longest - own.length - 1).join('') || 'file'}.${own}`;
}

/** The header that makes a browser save a file under its name (RFC 6266), in letters that every browser knows first. */
export function dispositionOf(how: 'attachment' | 'inline', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '-');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
