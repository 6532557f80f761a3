CREATE TABLE "request_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "request_entries_body" CHECK (length("request_entries"."body") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company" text NOT NULL,
	"job_title" text NOT NULL,
	"agreement" text NOT NULL,
	"renewal_month" text NOT NULL,
	"seats" text NOT NULL,
	"hope" text NOT NULL,
	"consent_version" text NOT NULL,
	"consent_text" text NOT NULL,
	"fingerprint" text NOT NULL,
	"marks" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"assigned_to" uuid,
	"converted_to" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "requests_email_lower" CHECK ("requests"."email" = lower("requests"."email")),
	CONSTRAINT "requests_renewal_month" CHECK ("requests"."renewal_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "requests_bounded" CHECK (length("requests"."name") <= 80 and length("requests"."email") <= 254 and length("requests"."company") <= 120
          and length("requests"."job_title") <= 120 and length("requests"."hope") <= 2000 and length("requests"."consent_text") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "worksheet_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"mail_id" uuid NOT NULL,
	"file" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"downloads" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "worksheet_links_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "worksheet_links_downloads" CHECK ("worksheet_links"."downloads" between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "request_entries" ADD CONSTRAINT "request_entries_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_entries" ADD CONSTRAINT "request_entries_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_converted_to_engagements_id_fk" FOREIGN KEY ("converted_to") REFERENCES "public"."engagements"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worksheet_links" ADD CONSTRAINT "worksheet_links_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_entries_request" ON "request_entries" USING btree ("request_id","written_at");--> statement-breakpoint
CREATE INDEX "requests_state" ON "requests" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "requests_email" ON "requests" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_once" ON "requests" USING btree ("fingerprint") WHERE "requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "worksheet_links_request" ON "worksheet_links" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "worksheet_links_mail" ON "worksheet_links" USING btree ("mail_id");