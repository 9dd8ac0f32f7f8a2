-- The serving role owns nothing of the queue; this is its one way in, and it works inside the caller's transaction.
create function add_job(name text, payload json, at timestamptz, key text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(identifier => name, payload => payload, run_at => at, job_key => key);
end $$;
revoke execute on function add_job from public;
grant execute on function add_job to linli_app;
