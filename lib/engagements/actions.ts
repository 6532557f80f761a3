'use server';

import { createEngagement as create, createFromModel } from '@/lib/engagements/mutations';
import { importedEngagement, newEngagement } from '@/lib/engagements/schema';
import { parseModelText } from '@/lib/model-file/parse';
import { defineAction } from '@/lib/server/define-action';
import { DomainError } from '@/lib/server/errors';

export const createEngagement = defineAction({
  input: newEngagement,
  may: () => ({ portal: 'engagement.create' }),
  run: ({ tx, actor, input }) => create(tx, actor, input),
  refresh: () => ['/engagements'],
});

export const importEngagement = defineAction({
  input: importedEngagement,
  may: () => ({ portal: 'engagement.create' }),
  run: ({ tx, actor, input }) => {
    const parsed = parseModelText(input.file);
    if (!parsed.ok) {
      const [first] = parsed.problems;
      const rest = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more)` : '';
      throw new DomainError({ code: 'invalid', field: 'file', message: `${first?.path}: ${first?.message}${rest}` });
    }
    return createFromModel(tx, actor, { client: input.client, model: parsed.model });
  },
  refresh: () => ['/engagements'],
});
