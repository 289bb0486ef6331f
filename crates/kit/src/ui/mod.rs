//! The design system: each component is a struct with a builder and a template in `templates/components`.
//!
//! A page prints a component as it is: `{{ ui::Input::email("email", frame.t("residents-email")).value(form.value("email")) }}`.
//! Text given to a component is escaped; only other components and [`Markup::trusted`] are not.
//! A component that has words of its own takes them from [`Say`], which the page's frame is.
//! The structure and class names follow govuk-frontend, and a test compares them with the library's own fixtures.

mod build;
mod button;
mod choices;
mod errors;
mod field;
mod fieldset;
mod input;
mod lists;
mod markup;
mod navigation;
mod notes;
mod say;
mod tables;
mod textarea;
mod timeline;
mod upload;

pub use button::{Button, ButtonGroup};
pub use choices::{Checkboxes, Choice, Choices, Radios, Select};
pub use errors::ErrorSummary;
pub use field::{ErrorMessage, Hint, Label};
pub use fieldset::{DateInput, Fieldset};
pub use input::{Input, PasswordInput};
pub use lists::{Action, Card, Row, SummaryList, Task, TaskList};
pub use markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup, MaybeText};
pub use navigation::{BackLink, Breadcrumbs, LanguageNavigation, Pagination, ServiceNavigation, SkipLink};
pub use notes::{Details, InsetText, NotificationBanner, Panel, PhaseBanner, Tag, Typed, WarningText};
pub use say::Say;
pub use tables::{Cell, Table};
pub use textarea::{CharacterCount, Textarea};
pub use timeline::{Event, IdentityBar, Tabs, Timeline};
pub use upload::FileUpload;
