//! Giving a case to a team, a person, or oneself.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::facts::{self, Data};
use crate::store;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Choice, Markup, Select};
use kit::who::Who;
use kit::{App, Id, Result};

/// To whom a case is given.
pub(crate) struct Assign {
    team: String,
    owner: Id,
}

impl Act for Assign {
    const ACTION: Action = Action::Assign;
    const CODE: &'static str = "assign";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-assign-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let (frame, case) = (&stage.frame, &stage.case);
        let kept =
            |name: &str, now: String| if form.value(name).is_empty() { now } else { form.value(name).to_owned() };
        let teams = stage.names.teams().into_iter().map(|(code, name)| Choice::new(code, name));
        let team = Select::new("team", frame.t("cases-assign-team")).choices(teams);
        let team = team.value(kept("team", case.team.clone())).error(frame, form.error("team"));
        let nobody = Choice::new(Id::NONE.to_string(), frame.t("cases-assign-nobody"));
        let me = Choice::new(stage.me.to_string(), frame.t("cases-assign-me"));
        // The present owner stays a choice, also when they are of another team or have left.
        let present = [(case.owner, stage.names.staff(case.owner))];
        let named = |id: Id| !id.is_none() && id != stage.me && !stage.people.iter().any(|(other, _)| *other == id);
        let present = present.into_iter().filter(|(id, _)| named(*id));
        let others = stage.people.iter().filter(|(id, _)| *id != stage.me).cloned().chain(present);
        let others = others.map(|(id, name)| Choice::new(id.to_string(), name));
        let owner = Select::new("owner", frame.t("cases-assign-owner")).hint(frame.t("cases-assign-owner-hint"));
        let owner = owner.choice(me).choice(nobody).choices(others).value(kept("owner", case.owner.to_string()));
        let owner = owner.error(frame, form.error("owner"));
        Markup::join([Markup::from(team), owner.into()])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Assign> {
        let team = form.trimmed("team").to_owned();
        if !stage.names.teams().iter().any(|(code, _)| *code == team) {
            form.refuse("team", stage.frame.t("cases-assign-team-wrong"));
        }
        let owner: Option<Id> = form.value("owner").parse().ok();
        let free = |id: Id| id.is_none() || id == stage.me || id == stage.case.owner;
        let known = |id: Id| free(id) || stage.people.iter().any(|(other, _)| *other == id);
        let Some(owner) = owner.filter(|id| known(*id)) else {
            form.refuse("owner", stage.frame.t("cases-assign-owner-wrong"));
            return None;
        };
        if team != stage.case.team && !owner.is_none() && owner != stage.me {
            form.refuse("owner", stage.frame.t("cases-assign-owner-other-team"));
        }
        if team == stage.case.team && owner == stage.case.owner {
            form.refuse("owner", stage.frame.t("cases-assign-same"));
        }
        Some(Assign { team, owner })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        case.assign(&self.team, self.owner)?;
        store::cases::save(tx, &mut case).await?;
        let change = facts::change(&stage.case, &case);
        let data = Data { team: self.team, owner: self.owner.some(), ..change };
        facts::record(tx, app, facts::about("case.assigned", who, &case).data(data.json())).await.map(drop)
    }
}
