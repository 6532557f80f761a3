import { buttonClass } from '@/components/ui/button';
import type { PortfolioOrder } from '@/lib/engagements/portfolio-order';

/** A plain form: what is looked for stands in the address, beside the order. */
export function FindEngagement({ order }: { order: PortfolioOrder }) {
  return (
    <search>
      <form action="/engagements" className="mb-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="sort" value={order.sort} />
        {order.down && <input type="hidden" name="down" value="1" />}
        <div className="grow sm:max-w-sm">
          <label htmlFor="find" className="text-sm font-medium">
            Find a client
          </label>
          <input
            id="find"
            name="find"
            type="search"
            defaultValue={order.find}
            autoComplete="off"
            className="mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base"
          />
        </div>
        <button type="submit" className={buttonClass('quiet')}>
          Find
        </button>
      </form>
    </search>
  );
}
