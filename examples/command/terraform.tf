# What terraform.sh drives. `terraform_data` stands where your platform goes: a service for each version, the weights of a listener.
# Keep the variables and both outputs; add your backend, one that locks. Shares and health are what the provider read, never a variable.
terraform {
  required_version = ">= 1.4"
}

variable "url" { type = string }

variable "wanted" {
  type = object({
    versions = optional(map(object({ sha = string, badSince = optional(string) })), {})
    weights  = optional(map(number), {}) # percent; who is not named has none
    serving  = optional(string, "")
    previous = optional(string, "")
  })
}

resource "terraform_data" "version" {
  for_each = var.wanted.versions
  input    = each.value.sha
}

resource "terraform_data" "weights" {
  input      = var.wanted.weights
  depends_on = [terraform_data.version]
}

output "release" {
  value = {
    url       = var.url
    pinHeader = "x-release-version"
    revisions = [for version, one in terraform_data.version : merge({
      version = version
      percent = try(terraform_data.weights.output[version], 0)
      healthy = one.output != ""
      url     = var.url
      headers = { "x-release-version" = version }
    }, { for name, at in { badSince = var.wanted.versions[version].badSince } : name => at if at != null })]
  }
}

output "wanted" { value = var.wanted }
