//! What a list with no case in it says, and where to go from there.

use super::list::Asked;

/// The words of an empty list, and the ways on: the words and the address of each.
pub(crate) fn nothing(asked: &Asked) -> (&'static str, Vec<(&'static str, String)>) {
    let team = || ("cases-list-none-team", "/desk/cases?tab=team".to_owned());
    let unowned = || ("cases-list-none-unowned", "/desk/cases?tab=unowned".to_owned());
    let all = || ("cases-list-none-all", "/desk/cases?tab=all".to_owned());
    match asked.tab.as_str() {
        tab if asked.is_filtered() => {
            let clear = ("cases-list-none-clear", format!("/desk/cases?tab={tab}"));
            ("cases-list-none", if tab == "all" { vec![clear] } else { vec![clear, all()] })
        }
        "mine" => ("cases-list-none-mine", vec![unowned(), team()]),
        "all" => ("cases-list-none-at-all", Vec::new()),
        "team" => ("cases-list-none-here", vec![all()]),
        _ => ("cases-list-none-here", vec![team(), all()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::list::TABS;

    #[test]
    fn an_empty_list_leads_on_and_never_to_itself() {
        for filtered in [false, true] {
            for tab in TABS {
                let service = if filtered { "missed-bin" } else { "" };
                let asked = Asked { tab: tab.into(), service: service.into(), ..Asked::default() };
                let (words, ways) = nothing(&asked);
                assert_eq!(words == "cases-list-none", filtered, "{tab}");
                assert_eq!(ways.is_empty(), tab == "all" && !filtered, "{tab}");
                let here = format!("/desk/cases?tab={tab}");
                assert_eq!(ways.iter().any(|(_, href)| *href == here), filtered, "{tab}: {ways:?}");
            }
        }
    }
}
