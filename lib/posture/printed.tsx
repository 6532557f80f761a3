import 'server-only';
import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { SummaryContent } from '@/lib/posture/summary';
import { sans, serif } from '@/lib/server/print-fonts';

const ink = '#1f1b16';
const look = StyleSheet.create({
  page: { fontFamily: sans, fontSize: 11, color: ink, paddingVertical: 72, paddingHorizontal: 72, lineHeight: 1.45 },
  client: { fontFamily: serif, fontWeight: 600, fontSize: 24, lineHeight: 1.2, marginBottom: 4 },
  title: { fontSize: 12, marginBottom: 28 },
  heading: { fontFamily: serif, fontWeight: 600, fontSize: 13, lineHeight: 1.3, marginTop: 16, marginBottom: 3 },
});

/**
 * An approved summary on paper: its words and nothing else, not even a page number. The file is dated when it was
 * approved, so that the same content is the same file.
 */
export async function printedSummary(
  { client, statements }: SummaryContent,
  approvedAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = 'Our preparation for the renewal';
  const buffer = await renderToBuffer(
    <Document title={title} author={client} language="en-GB" creationDate={approvedAt} modificationDate={approvedAt}>
      <Page size="A4" style={look.page}>
        <Text style={look.client}>{client}</Text>
        <Text style={look.title}>{title}</Text>
        {statements.map(({ heading, sentence }) => (
          <View key={heading} wrap={false}>
            <Text style={look.heading}>{heading}</Text>
            <Text>{sentence}</Text>
          </View>
        ))}
      </Page>
    </Document>,
  );
  return new Uint8Array(buffer);
}
