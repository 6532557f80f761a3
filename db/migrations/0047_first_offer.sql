ALTER TABLE "portfolio_entries" ADD COLUMN "first_offer" numeric;--> statement-breakpoint
-- Computed with the other amounts, by whoever reads first; for what is there already too.
GRANT UPDATE (first_offer) ON portfolio_entries TO walk_app;
--> statement-breakpoint
UPDATE portfolio_entries SET stale = true;
