//! Which address is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use liaison_policy::Operation;
use tower_http::limit::RequestBodyLimitLayer;

use crate::access::{Access, Route, Routes};
use crate::guard::guard;
use crate::problem::Problem;
use crate::record::record;
use crate::state::ApiState;
use crate::{
    account, catalog, emergencies, entities, figures, front, health, looks, matching, metrics,
    openapi, publish, reconcile, screens, session,
};

/// Everything that a node answers over HTTP.
pub fn router(state: Arc<ApiState>) -> Router {
    let (router, _) = all(&state).finish();
    let (with_files, _) = with_files(&state).finish();
    router
        .fallback(screens::no_route)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .merge(with_files.method_not_allowed_fallback(method_not_allowed))
        .layer(from_fn_with_state(Arc::clone(&state), guard))
        .layer(from_fn_with_state(Arc::clone(&state), record))
        .with_state(state)
}

/// The table of routes: which there are, and who may use them.
#[must_use]
pub fn routes(state: &Arc<ApiState>) -> Vec<Route> {
    [all(state).finish().1, with_files(state).finish().1].concat()
}

fn all(state: &Arc<ApiState>) -> Routes {
    let screens = cases(workbench(sessions(pages(Routes::new(Arc::clone(state))))));
    let screens = adverts(exchange(requests(screens)));
    programs(money(places(screens)))
}

/// The page of the workbench under each address that it has.
fn pages(routes: Routes) -> Routes {
    routes
        .get("/", Access::Open, screens::page)
        .get("/sign-in", Access::Open, screens::page)
        .get("/situation", Access::Open, screens::page)
        .get("/estimate", Access::Open, screens::page)
        .get("/search", Access::Open, screens::page)
        .get("/resolve", Access::Open, screens::page)
        .get("/links", Access::Open, screens::page)
        .get("/import", Access::Open, screens::page)
        .get("/activity", Access::Open, screens::page)
        .get("/inbox", Access::Open, screens::page)
        .get("/reports", Access::Open, screens::page)
        .get("/cases", Access::Open, screens::page)
        .get("/requests", Access::Open, screens::page)
        .get("/adverts", Access::Open, screens::page)
        .get("/compounds", Access::Open, screens::page)
        .get("/money", Access::Open, screens::page)
        .get("/freeze-plans", Access::Open, screens::page)
        .get("/freeze-plans/{id}", Access::Open, screens::page)
        .get("/travel", Access::Open, screens::page)
        .get("/operations", Access::Open, screens::page)
        .get("/screening", Access::Open, screens::page)
        .get("/emergencies", Access::Open, screens::page)
        .get("/looks", Access::Open, screens::page)
        .get("/looks/accounts", Access::Open, screens::page)
        .get("/account", Access::Open, screens::page)
        .get("/assets/{name}", Access::Open, screens::asset)
}

fn sessions(routes: Routes) -> Routes {
    routes
        .post("/api/session", Access::Open, session::sign_in)
        .get("/api/session", Access::Signed, session::who)
        .delete("/api/session", Access::Signed, session::sign_out)
        .get("/account.json", Access::Signed, account::account)
        .post("/api/account/password", Access::Signed, account::change_password)
        .delete("/api/account/sessions", Access::Signed, account::end_others)
        .delete("/api/account/sessions/{id}", Access::Signed, account::end_one)
}

/// What the screens show and do.
fn workbench(routes: Routes) -> Routes {
    let (search, read) = (Access::May(Operation::Search), Access::May(Operation::ReadRecord));
    let (import, export) = (Access::May(Operation::Import), Access::May(Operation::ExportList));
    let uncover = Access::May(Operation::Uncover);
    let audit = Access::May(Operation::ReadLooks);
    let review = Access::May(Operation::ReviewLooks);
    let reports = Access::May(Operation::HandleReports);
    routes
        .get("/situation.json", search, screens::situation::situation)
        .get("/situation/own.json", search, screens::own::own)
        .get("/situation/cooperation.json", search, screens::own::cooperation)
        .post("/api/judgements", Access::May(Operation::MarkFigure), screens::situation::judge)
        .post(
            "/api/judgements/{id}/withdraw",
            Access::May(Operation::MarkFigure),
            screens::situation::withdraw,
        )
        .post("/api/estimate", search, screens::estimate::ask)
        .get("/api/estimate/lists", search, screens::estimate::lists)
        .get("/api/candidates", search, screens::resolve::candidates)
        .get("/links.json", search, screens::links::organisers)
        .get("/search.json", search, screens::listing::everything)
        .get("/search.csv", export, screens::listing::everything_as)
        .get("/search.xlsx", export, screens::listing::everything_as)
        .get("/search/{dataset}", Access::Screen(Operation::Search), screens::search)
        .get("/api/searches", search, screens::searches::list)
        .post("/api/searches", search, screens::searches::begin)
        .put("/api/searches/{id}", search, screens::searches::change)
        .delete("/api/searches/{id}", search, screens::searches::forget)
        .post("/api/searches/{id}/name", search, screens::searches::save)
        .get("/records/{id}", Access::Screen(Operation::ReadRecord), screens::record)
        .get("/records/{id}/links.json", read, screens::record::links_of)
        .get("/records/{id}/history.json", read, screens::record::history_of)
        .post("/api/records/{id}/reveal", uncover, screens::record::reveal)
        .post(
            "/api/records/{id}/emergency",
            Access::May(Operation::LookInEmergency),
            emergencies::look,
        )
        .get("/emergencies.json", review, emergencies::list)
        .post("/api/looks/{id}/review", review, emergencies::review)
        .post("/api/records/{id}/print", read, screens::record::print)
        .post("/api/statements/{id}/proof", read, screens::record::proof)
        .get("/import.json", import, screens::imports::list)
        .get("/import/{id}", Access::Screen(Operation::Import), screens::imports::one)
        .delete("/api/imports/{id}", import, screens::imports::discard)
        .post("/api/imports/{id}/start", import, screens::imports::start)
        .post("/api/imports/{id}/stop", import, screens::imports::stop)
        .post("/api/imports/{id}/undo", Access::May(Operation::Undo), screens::imports::undo)
        .get("/inbox.json", search, screens::reports::inbox)
        .get("/reports.json", search, screens::reports::list)
        .get("/reports/table.csv", export, publish::reports)
        .get("/reports/{id}/similar.json", read, screens::reports::like_report)
        .get("/reports/{id}", Access::Screen(Operation::ReadRecord), screens::reports::report)
        .post("/api/reports", reports, screens::reports::take)
        .post("/api/reports/from-mail", reports, screens::reports::from_mail)
        .post("/api/reports/similar", reports, screens::reports::like_told)
        .post("/api/reports/{id}/judgements", reports, screens::reports::judge)
        .post("/api/reports/{id}/sources", reports, screens::reports::add)
        .post("/api/reports/{id}/stages", reports, screens::reports::stage)
        .post("/api/reports/{id}/checks", reports, screens::reports::check)
        .post("/api/report-entries/{id}/withdraw", reports, screens::reports::take_back)
        .get("/records/{id}/similar.json", read, screens::resolve::similar)
        .get("/links/chart.json", read, screens::links::chart)
        .get("/looks.json", audit, looks::looks)
        .get("/looks.csv", audit, looks::looks_file)
        .get("/looks/accounts.json", audit, looks::acts)
        .get("/looks/accounts.csv", audit, looks::acts_file)
}

/// Cases, and both tracks of people.
fn cases(routes: Routes) -> Routes {
    let read = Access::May(Operation::ReadRecord);
    let handle = Access::May(Operation::HandleCases);
    let screening = Access::May(Operation::ScreenPeople);
    let export = Access::May(Operation::ExportList);
    let release = Access::May(Operation::ReleaseSuspects);
    routes
        .get("/cases.json", Access::May(Operation::Search), screens::cases::list)
        .get("/cases/{id}", Access::Screen(Operation::ReadRecord), screens::cases::case)
        .post("/api/cases", handle, screens::cases::open)
        .post("/api/cases/{id}/entries", handle, screens::cases::enter)
        .post("/api/cases/{id}/timeline", handle, screens::cases::timeline)
        .post("/api/cases/{id}/file", export, screens::cases::file)
        .post("/api/tasks/{id}", handle, screens::cases::change_task)
        .post("/api/evidence/{id}/handovers", handle, screens::cases::hand_over)
        .post("/api/case-entries/{id}/withdraw", handle, screens::cases::take_back)
        .get("/screening.json", read, screens::cases::waiting)
        .get("/screening/{id}", Access::Screen(Operation::ReadRecord), screens::cases::person)
        .post("/api/people/{id}/screenings", screening, screens::cases::screen)
        .post("/api/people/{id}/procedures", screening, screens::cases::procedure)
        .post("/api/people/{id}/non-punishments", screening, screens::cases::consider)
        .post("/api/people/{id}/releases", release, screens::cases::release)
        .post("/api/track-entries/{id}/withdraw", screening, screens::cases::take_word_back)
        .get("/api/suspects", export, screens::cases::suspects)
}

/// Requests to other agencies, and theirs.
fn requests(routes: Routes) -> Routes {
    let handle = Access::May(Operation::HandleCases);
    routes
        .get("/requests.json", Access::May(Operation::ReadRecord), screens::requests::list)
        .get("/requests/{id}", Access::Screen(Operation::ReadRecord), screens::requests::request)
        .post("/api/requests", handle, screens::requests::draft)
        .post("/api/requests/same", handle, screens::requests::same)
        .post("/api/requests/{id}/words", handle, screens::requests::say)
        .post(
            "/api/requests/{id}/reveal",
            Access::May(Operation::Uncover),
            screens::requests::reveal,
        )
}

/// Other agencies, what is shared with them, and what is asked of them.
fn exchange(routes: Routes) -> Routes {
    let read = Access::May(Operation::ReadRecord);
    let share = Access::May(Operation::Share);
    let audit = Access::May(Operation::ReadLooks);
    routes
        .get("/peers", Access::Open, screens::page)
        .get("/sharing", Access::Open, screens::page)
        .get("/asks", Access::Open, screens::page)
        .get("/looks/exchange", Access::Open, screens::page)
        .get("/peers.json", read, screens::exchange::peers)
        .get("/sharing.json", read, screens::exchange::sharing)
        .post("/api/shares/preview", share, screens::exchange::shared::preview)
        .post("/api/shares", share, screens::exchange::shared::share)
        .post("/api/shares/{id}/withdraw", share, screens::exchange::shared::withdraw)
        .get("/asks.json", read, screens::exchange::asked::list)
        .get("/looks/exchange.json", audit, screens::exchange::audit::events)
        .get("/looks/exchange.csv", audit, screens::exchange::audit::events_file)
}

/// Texts that may draw people into compounds, and their removal.
fn adverts(routes: Routes) -> Routes {
    let handle = Access::May(Operation::HandleCases);
    let export = Access::May(Operation::ExportList);
    routes
        .get("/adverts.json", Access::May(Operation::Search), screens::adverts::list)
        .get("/adverts/{id}", Access::Screen(Operation::ReadRecord), screens::adverts::advert)
        .post("/api/adverts", Access::May(Operation::Import), screens::adverts::take)
        .post("/api/adverts/{id}/words", handle, screens::adverts::say)
        .post("/api/advert-entries/{id}/withdraw", handle, screens::adverts::take_back)
        .post("/api/advert-batches", export, screens::adverts::batch)
        .post("/api/advert-outcomes", handle, screens::adverts::outcomes)
}

/// Compounds, where not to travel, operations and manifests.
fn places(routes: Routes) -> Routes {
    let handle = Access::May(Operation::HandleCases);
    routes
        .get("/travel.json", Access::May(Operation::Search), screens::places::restrictions)
        .post("/api/travel", handle, screens::places::restrict)
        .post("/api/travel/warnings", Access::May(Operation::HandleReports), screens::places::warn)
        .post("/api/travel/{id}/lift", handle, screens::places::lift)
        .get("/compounds.json", Access::May(Operation::Search), screens::places::list)
        .get("/compounds/{id}", Access::Screen(Operation::ReadRecord), screens::places::compound)
        .post("/api/compounds", handle, screens::places::add)
        .post("/api/compounds/{id}/entries", handle, screens::places::enter)
        .post("/api/place-entries/{id}/withdraw", handle, screens::places::take_back)
        .get("/operations.json", Access::May(Operation::Search), screens::operations::list)
        .get(
            "/operations/{id}",
            Access::Screen(Operation::ReadRecord),
            screens::operations::operation,
        )
        .post("/api/operations", handle, screens::operations::plan)
        .post("/api/operations/{id}/entries", handle, screens::operations::enter)
        .get(
            "/manifests/{id}",
            Access::Screen(Operation::ReadRecord),
            screens::operations::manifest,
        )
        .post("/api/manifests", handle, screens::operations::open_manifest)
        .post("/api/manifests/{id}/entries", handle, screens::operations::list_or_stage)
}

/// Money: the ledger, questions to it, and what is kept of them.
fn money(routes: Routes) -> Routes {
    let read = Access::May(Operation::ReadRecord);
    let uncover = Access::May(Operation::Uncover);
    let handle = Access::May(Operation::HandleCases);
    let export = Access::May(Operation::ExportList);
    routes
        .get("/money.json", read, screens::money::screen)
        .get("/money/{id}", Access::Screen(Operation::ReadRecord), screens::money::one)
        .post("/api/money/questions", uncover, screens::money::asked::ask)
        .post("/api/money/jobs/{id}/stop", read, screens::money::jobs::stop)
        .get("/freeze-plans.json", read, screens::money::freezes::list)
        .get("/api/freeze-letters/{name}", export, screens::money::freezes::letter)
        .post("/api/freeze-plans/{id}/steps", handle, screens::money::freezes::step)
        .post("/api/freeze-plans/{id}/outcomes", handle, screens::money::freezes::outcomes)
        .post("/api/freeze-entries/{id}/withdraw", handle, screens::money::freezes::take_back)
        .post("/api/money/jobs/{id}/plan", handle, screens::money::freezes::plan)
        .post("/api/money/jobs/{id}/keep", handle, screens::money::asked::keep)
        .get("/api/money/jobs/{id}/rows.csv", export, screens::money::asked::rows)
        .post("/api/money/traces/{id}/reopen", uncover, screens::money::asked::reopen)
        .post("/api/money/traces/{id}/withdraw", handle, screens::money::asked::forget)
        .post(
            "/api/money/tables/{id}/withdraw",
            Access::May(Operation::Undo),
            screens::money::tables::unload,
        )
}

/// What programs and operators ask.
fn programs(routes: Routes) -> Routes {
    let (search, read) = (Access::May(Operation::Search), Access::May(Operation::ReadRecord));
    routes
        .get("/api", Access::Open, front::front)
        .get("/healthz", Access::Open, health::healthz)
        .get("/readyz", Access::Open, health::readyz)
        .get("/metrics", Access::Local, metrics::metrics)
        .get("/api/openapi.json", Access::Signed, openapi::openapi)
        .post("/match/{dataset}", Access::Ask(Operation::Search), matching::matching)
        .get("/reconcile/{dataset}", search, reconcile::manifest)
        .post("/reconcile/{dataset}", Access::Ask(Operation::Search), reconcile::reconcile)
        .get("/reconcile/{dataset}/suggest/entity", search, reconcile::suggest_entity)
        .get("/reconcile/{dataset}/suggest/type", search, reconcile::suggest_type)
        .get("/reconcile/{dataset}/suggest/property", search, reconcile::suggest_property)
        .get("/catalog", search, catalog::catalog)
        .get("/figures", search, figures::figures)
        .get("/figures.csv", Access::May(Operation::ExportList), publish::figures)
        .get("/figures/conflicts", search, figures::conflicts)
        .get("/entities/{id}", read, entities::entity)
        .get("/entities/{id}/adjacent", read, entities::adjacent)
}

/// A file to be imported has a limit of its own, and mended rows or lines that are asked may be many.
fn with_files(state: &Arc<ApiState>) -> Routes {
    let import = Access::May(Operation::Import);
    Routes::new(Arc::clone(state))
        .post("/api/imports", import, screens::imports::send)
        .post("/api/asks", Access::May(Operation::HandleCases), screens::exchange::asked::ask)
        .post("/api/money/tables", import, screens::money::tables::load)
        .post("/api/imports/{id}/mend", import, screens::imports::mending::mend)
        .put("/api/imports/{id}/typed", import, screens::imports::mending::keep_typed)
}

async fn method_not_allowed() -> Problem {
    Problem::of_status(StatusCode::METHOD_NOT_ALLOWED)
}

/// Longest body of a request, but for files.
const BODY_BYTES_MAX: usize = 64 * 1024;
