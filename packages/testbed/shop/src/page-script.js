const [account, cart, message] = ["account", "cart", "message"].map((id) => document.getElementById(id));
let token;

async function send(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? {} : await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const actions = {
  async register(form) {
    await send("/register", { email: form.get("email"), password: form.get("password") });
    return "Welcome! You can sign in now.";
  },
  async login(form) {
    ({ token } = await send("/login", { email: form.get("email"), password: form.get("password") }));
    show(cart);
    return "You are signed in.";
  },
  async add(form) {
    const { total } = await send("/cart", {
      product: Number(form.get("product")),
      quantity: Number(form.get("quantity")),
    });
    return `In your cart: ${(total / 100).toFixed(2)} EUR`;
  },
  async buy() {
    const { order } = await send("/checkout", {});
    return `Thank you. Order ${order} is on its way.`;
  },
  async logout() {
    await send("/logout", {});
    token = undefined;
    show(account);
    return "You are signed out.";
  },
};

function show(form) {
  account.hidden = form !== account;
  cart.hidden = form !== cart;
}

for (const form of [account, cart]) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const action = new Map(Object.entries(actions)).get(event.submitter.value);
    try {
      message.textContent = await action(new FormData(form));
    } catch (error) {
      message.textContent = error.message;
    }
  });
}
