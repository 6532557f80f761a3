CREATE TABLE "portfolio_entries" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"client" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"renewal_date" date NOT NULL,
	"notice_on" date,
	"quote_on" date,
	"due_on" date,
	"due_label" text,
	"lead_id" uuid,
	"lead" text,
	"level" integer DEFAULT 0 NOT NULL,
	"chosen_id" uuid,
	"offer" numeric,
	"alternative" numeric,
	"measured_cost" numeric DEFAULT 0 NOT NULL,
	"stale" boolean DEFAULT true NOT NULL,
	"search" "tsvector" DEFAULT ''::tsvector NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portfolio_standings" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"until" date,
	"reading" text NOT NULL,
	"due_on" date,
	"due_label" text,
	"outcome" text,
	"search" "tsvector" DEFAULT ''::tsvector NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portfolio_entries" ADD CONSTRAINT "portfolio_entries_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_entries" ADD CONSTRAINT "portfolio_entries_lead_id_users_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_standings" ADD CONSTRAINT "portfolio_standings_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portfolio_entries_renewal" ON "portfolio_entries" USING btree ("renewal_date","engagement_id");--> statement-breakpoint
CREATE INDEX "portfolio_entries_search" ON "portfolio_entries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "portfolio_entries_stale" ON "portfolio_entries" USING btree ("engagement_id") WHERE stale;--> statement-breakpoint
CREATE INDEX "portfolio_standings_search" ON "portfolio_standings" USING gin ("search");