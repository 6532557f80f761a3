import { Plus, Redo2, Undo2 } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button } from '@/components/ui/button';
import type { BenchEvent } from '@/lib/lines/bench';
import type { Bench } from '@/lib/lines/bench-sides';

const compact = 'md:min-h-9 md:px-3 md:py-1';

/** What one can do to the lines as a whole. */
export function BenchToolbar({
  bench,
  dispatch,
  onAdd,
}: {
  readonly bench: Bench;
  readonly dispatch: Dispatch<BenchEvent>;
  readonly onAdd: () => void;
}) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      <Button look="quiet" className={compact} onClick={onAdd}>
        <Plus aria-hidden="true" className="size-4" /> Add a line
      </Button>
      <Button
        look="quiet"
        className={compact}
        disabled={bench.undo.length === 0}
        onClick={() => dispatch({ does: 'undo' })}
      >
        <Undo2 aria-hidden="true" className="size-4" /> Undo
      </Button>
      <Button
        look="quiet"
        className={compact}
        disabled={bench.redo.length === 0}
        onClick={() => dispatch({ does: 'redo' })}
      >
        <Redo2 aria-hidden="true" className="size-4" /> Redo
      </Button>
    </div>
  );
}
