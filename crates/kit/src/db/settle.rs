//! Every answer that read through the writer lane waits for that batch's commit, also when it wrote nothing itself:
//! otherwise a repeated POST could be told "you have it" of a row that a failing COMMIT then takes away.

use crate::error::{Error, Result};
use std::cell::RefCell;
use tokio::sync::oneshot::Receiver;

tokio::task_local! {
    static WAITING: RefCell<Vec<Receiver<Result<(), String>>>>;
}

/// Runs a request; before its answer may leave, waits for the commits of all batches it read uncommitted rows of.
/// The error says that one of them failed: the answer must not be given.
pub async fn scope<T>(request: impl Future<Output = T>) -> Result<T> {
    WAITING
        .scope(RefCell::new(Vec::new()), async {
            let answer = request.await;
            let batches = WAITING.with(RefCell::take);
            for batch in batches {
                match batch.await {
                    Ok(Ok(())) => {}
                    Ok(Err(why)) => return Err(Error::Unavailable(why)),
                    Err(_) => return Err(Error::Unavailable("the committer stopped".into())),
                }
            }
            Ok(answer)
        })
        .await
}

/// Whether a request is running whose answer will wait for what it reads.
pub fn is_scoped() -> bool {
    WAITING.try_with(|_| ()).is_ok()
}

/// Leaves a batch with the running request, if there is one.
pub(super) fn await_batch(batch: Receiver<Result<(), String>>) {
    let _ = WAITING.try_with(|waiting| waiting.borrow_mut().push(batch));
}
