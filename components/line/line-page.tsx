import type { LineView } from '@/lib/line/view';

export function LinePage({ view }: { view: LineView }) {
  return <h1 className="text-3xl">{view.reading?.own.sentence ?? view.comparison?.leverageSentence}</h1>;
}
