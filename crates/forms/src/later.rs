//! "Save and carry on later", pressed on a page with something that cannot be kept as it was typed.

use kit::form::Form;

/// Whether somebody goes on now or another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Later {
    /// They go on now.
    No,
    /// They save and carry on later.
    Save,
    /// They do so without what is wrong, which they were shown.
    Leave,
}

impl Later {
    /// What was pressed.
    pub fn of(form: &Form) -> Later {
        match form.value("then") {
            "save" => Later::Save,
            "leave" => Later::Leave,
            _ => Later::No,
        }
    }
}

/// True when something was typed into a question that is wrong: leaving now would lose it.
pub fn typed_wrongly(form: &Form) -> bool {
    const PARTS: [&str; 9] = ["-day", "-month", "-year", "-line1", "-line2", "-town", "-postcode", "-street", "-point"];
    let question = |field: &str| PARTS.iter().find_map(|part| field.strip_suffix(part)).unwrap_or(field).to_owned();
    form.errors().iter().any(|(field, _)| {
        let id = question(field);
        let fields = PARTS.iter().map(|part| format!("{id}{part}")).chain([id.clone(), field.clone()]);
        fields.into_iter().any(|field| !form.trimmed(&field).is_empty())
    })
}
