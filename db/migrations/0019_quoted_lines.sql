CREATE TABLE "preferences" (
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preferences_user_id_name_pk" PRIMARY KEY("user_id","name")
);
--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "quoted_currency" text;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "quoted_low" numeric;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "quoted_likely" numeric;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "quoted_high" numeric;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "exchange_rate" numeric;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "rate_on" date;--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "rate_source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_quoted" CHECK (num_nonnulls("lines"."quoted_currency", "lines"."quoted_low", "lines"."quoted_likely", "lines"."quoted_high", "lines"."exchange_rate") in (0, 5));--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_quoted_currency" CHECK ("lines"."quoted_currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_exchange_rate" CHECK ("lines"."exchange_rate" > 0);