CREATE TABLE "portfolio_places" (
	"user_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"archived" boolean NOT NULL,
	"ended" boolean NOT NULL,
	"knows" boolean NOT NULL,
	"renewal_date" date NOT NULL,
	"client" text NOT NULL,
	CONSTRAINT "portfolio_places_user_id_engagement_id_pk" PRIMARY KEY("user_id","engagement_id")
);
--> statement-breakpoint
ALTER TABLE "portfolio_places" ADD CONSTRAINT "portfolio_places_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_places" ADD CONSTRAINT "portfolio_places_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portfolio_places_engagement" ON "portfolio_places" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "portfolio_places_order" ON "portfolio_places" USING btree ("user_id","archived","ended","renewal_date","client" collate "und-x-icu","engagement_id");--> statement-breakpoint
CREATE INDEX "portfolio_places_count" ON "portfolio_places" USING btree ("user_id","archived","knows");