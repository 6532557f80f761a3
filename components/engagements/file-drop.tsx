'use client';

import { useId, useState } from 'react';

/** Takes one file: dropped, or chosen by mouse or keyboard with the browser's own control. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const inputId = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      htmlFor={inputId}
      onDragEnter={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={(event) => {
        // The texts inside are left and entered too.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
      className={`block cursor-pointer rounded-lg border-2 border-dashed px-6 py-10 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${over ? 'border-accent bg-good-ground' : 'border-strong-rule bg-surface hover:bg-sunken'}`}
    >
      <span className="font-medium">Drop a model file or a worksheet here, or choose one</span>
      <span className="mt-1 block text-sm text-muted">
        JSON (walk-position/model@1) or the worksheet as .xlsx, at most 8 MB
      </span>
      <input
        id={inputId}
        type="file"
        accept=".json,application/json,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // So that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
