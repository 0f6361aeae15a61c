// Making and showing passkeys. A form says with data-passkey what it wants: "make", "show" (its question is in
// data-passkey-question) or "sign-in" (the question is fetched from where the form is sent). The answer goes into its
// hidden field `credential`, and the form is sent. Without JavaScript the forms are hidden and other ways are told.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function make(question) {
  const asked = question.creation_options.publicKey;
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    },
  });
  return {
    ...common(made),
    response: {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    },
  };
}

async function show(question) {
  const asked = question.request_options.publicKey;
  const shown = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return {
    ...common(shown),
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    },
  };
}

function common(credential) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function answer(form) {
  const { passkey, passkeyQuestion } = form.dataset;
  if (passkey === "make") return make(JSON.parse(passkeyQuestion));
  if (passkey === "show") return show(JSON.parse(passkeyQuestion));
  const fetched = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!fetched.ok) throw new Error("no question");
  return show(await fetched.json());
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const told = form.querySelector("[role=alert]");
    told.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await answer(form));
      form.submit();
    } catch {
      told.textContent = form.dataset.passkeyFailed;
      told.hidden = false;
    }
  });
}
