/** Finds a LibreOffice, or gets one. Prints its path as the last line; "none" where there can be none. */
import { libreOffice } from '@/lib/worksheet/testing/libreoffice';
import { installWithApt } from './apt';

if (!libreOffice()) installWithApt('libreoffice-calc');
console.log(libreOffice() ?? 'none');
